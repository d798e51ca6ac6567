package dev.warren.ai.models;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Says that there is no model to ask. */
@DefaultBean
@ApplicationScoped
class NobodyAtLast implements LastResort {
    private static final String TEXT =
            "I have no model to think with right now: no provider answers. An administrator can give me a key.";

    @Override
    public Candidate candidate() {
        return new Candidate(
                Candidate.OFFLINE,
                "none",
                ModelClass.QUICK,
                new Capabilities(false, false, 1_000_000),
                Price.FREE,
                _ -> new Sorry());
    }

    private static final class Sorry implements StreamingChatModel {
        @Override
        public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            handler.onPartialResponse(TEXT);
            handler.onCompleteResponse(ChatResponse.builder()
                    .aiMessage(AiMessage.from(TEXT))
                    .finishReason(FinishReason.STOP)
                    .build());
        }
    }
}
