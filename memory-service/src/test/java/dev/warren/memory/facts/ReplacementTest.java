package dev.warren.memory.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sentence takes the place of which, with the vectors of the real model. */
class ReplacementTest {
    private static final Replacement RULE = new Replacement(0.4, 0.6, 0.94);

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', textBlock = """
            I live in Berlin                         | I live in Hamburg
            I live in Berlin                         | Now I live in Hamburg.
            I work at a bakery                       | I work at a brewery
            I work as a nurse                        | I work as a teacher
            My favourite colour is blue              | My favourite colour is red
            My favorite band is Radiohead            | my favorite band is Muse
            My name is Hazel                         | My name is Fiver
            My birthday is on 3 May                  | My birthday is on 4 May
            My cat is black                          | My cat is white
            I am 30 years old                        | I am 31 years old
            I have two cats and 3 dogs               | I have two cats and 4 dogs
            I like coffee                            | I do not like coffee
            I drink coffee every day                 | I never drink coffee every day
            I like to play chess                     | I like to play chess.
            I like to play chess                     | I like playing chess
            Ich wohne in Berlin                      | Ich wohne jetzt in Hamburg
            Meine Lieblingsfarbe ist Blau            | Meine Lieblingsfarbe ist Rot
            """)
    void sentence_thatSaysTheSameOrOtherwise_takesTheOthersPlace(String older, String newer) {
        assertThat(replaces(older, newer)).isTrue();
        assertThat(replaces(newer, older)).isTrue();
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', textBlock = """
            I live in Berlin                         | I work in Berlin
            I live in Berlin                         | I was born in Berlin
            I like cats                              | I like dogs
            I have a dog                             | I have a cat
            I like to play chess                     | I like to play go
            I play in a band                         | I play in a theatre
            I am a drummer                           | I am a vegetarian
            I am interested in history               | I am interested in biology
            My cat is called Tom                     | My dog is called Rex
            My favourite colour is blue              | My favourite band is Blue
            My cat is black                          | My cat is in hospital
            My sister lives in Paris                 | My brother lives in Paris
            I speak German                           | I speak English
            I am allergic to nuts                    | I am allergic to cats
            I visited Rome                           | I visited Paris
            I want to learn the piano                | I play the piano
            Ich mag Katzen                           | Ich mag Hunde
            """)
    void sentence_onSomethingElse_staysBesideTheOther(String one, String other) {
        assertThat(replaces(one, other)).isFalse();
        assertThat(replaces(other, one)).isFalse();
    }

    @Test
    void rule_whoseBoundsAreNotInOrder_isRefused() {
        assertThatThrownBy(() -> new Replacement(0.4, 0.9, 0.8))
                .hasMessage("near, alike and same must be above 0 and at most 1, in order: 0.4, 0.9, 0.8");
    }

    private static boolean replaces(String one, String other) {
        return RULE.replaces(one, other, cosine(SentenceModel.embed(one), SentenceModel.embed(other)));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
