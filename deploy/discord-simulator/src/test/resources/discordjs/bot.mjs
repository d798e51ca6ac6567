// A small bot on discord.js. It tells each thing that it sees as one JSON line, and answers as the test expects.
import { createRequire } from 'node:module';
const require = createRequire(process.env.NODE_FOLDER + '/');
const { Client, GatewayIntentBits, REST, Routes, Events, Partials, ActionRowBuilder, ButtonBuilder, ButtonStyle,
  EmbedBuilder, ModalBuilder, TextInputBuilder, TextInputStyle, SlashCommandBuilder, MessageFlags, AttachmentBuilder } = require('discord.js');

const tell = (what, fields = {}) => console.log(JSON.stringify({ what, ...fields }));
const rest = { api: process.env.REST_API, cdn: process.env.CDN };
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent,
    GatewayIntentBits.DirectMessages, GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildMessageReactions],
  partials: [Partials.Channel, Partials.Message, Partials.Reaction],
  rest,
});

client.once(Events.ClientReady, async ready => {
  const commands = [
    new SlashCommandBuilder().setName('echo').setDescription('Says it again')
      .addStringOption(o => o.setName('text').setDescription('What').setRequired(true).setAutocomplete(true))
      .addUserOption(o => o.setName('to').setDescription('Whom')),
    new SlashCommandBuilder().setName('form').setDescription('Opens a modal').setDefaultMemberPermissions(8n),
  ].map(c => c.toJSON());
  const registered = await ready.application.commands.set(commands);
  tell('ready', { user: ready.user.tag, guilds: ready.guilds.cache.map(g => g.name), commands: registered.map(c => c.name) });
});

client.on(Events.MessageCreate, async message => {
  tell('message', { content: message.content, author: message.author.username, guild: message.guild?.name ?? null });
  if (message.content === '!panel') {
    const row = new ActionRowBuilder().addComponents(
      new ButtonBuilder().setCustomId('press').setLabel('Press').setStyle(ButtonStyle.Primary));
    const sent = await message.reply({ content: 'panel', components: [row], embeds: [new EmbedBuilder().setTitle('T').setColor(0x00ff00)],
      files: [new AttachmentBuilder(Buffer.from('hello'), { name: 'hello.txt' })] });
    await sent.react('👍');
    await message.channel.sendTyping();
    const again = await message.channel.messages.fetch({ limit: 5 });
    tell('panel', { seen: again.size, reactions: (await sent.fetch()).reactions.cache.size });
  }
});

client.on(Events.InteractionCreate, async interaction => {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: 'One', value: 'one' }, { name: interaction.options.getFocused(), value: 'typed' }]);
  } else if (interaction.isChatInputCommand() && interaction.commandName === 'echo') {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(`${interaction.options.getString('text')} for ${interaction.options.getUser('to')?.username ?? 'all'}`);
    await interaction.followUp({ content: 'more' });
  } else if (interaction.isChatInputCommand()) {
    await interaction.showModal(new ModalBuilder().setCustomId('modal').setTitle('Form').addComponents(
      new ActionRowBuilder().addComponents(new TextInputBuilder().setCustomId('why').setLabel('Why').setStyle(TextInputStyle.Short))));
  } else if (interaction.isButton()) {
    await interaction.update({ content: 'pressed', components: [] });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: 'because ' + interaction.fields.getTextInputValue('why') });
  }
});

client.on(Events.MessageReactionAdd, (reaction, user) => tell('reaction', { emoji: reaction.emoji.name, user: user.id }));
client.on(Events.GuildMemberAdd, member => tell('joined', { user: member.user.username }));
client.on(Events.ShardResume, (id, replayed) => tell('resumed', { replayed }));
client.on(Events.Error, error => tell('error', { message: String(error) }));
process.on('unhandledRejection', error => tell('error', { message: String(error?.stack ?? error) }));
process.stdin.on('end', () => process.exit(0)).resume();
client.login(process.env.BOT_TOKEN).catch(error => { tell('error', { message: String(error) }); process.exit(1); });
