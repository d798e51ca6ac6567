// A member's memory through the TypeScript SDK: each step is told as a line of JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { NODE_FOLDER, MCP_URL, MCP_TOKEN } = process.env;
const require = createRequire(`${NODE_FOLDER}/`);
const load = async (path) => import(pathToFileURL(require.resolve(path)).href);
const { Client } = await load("@modelcontextprotocol/sdk/client/index.js");
const { StreamableHTTPClientTransport } = await load("@modelcontextprotocol/sdk/client/streamableHttp.js");

const tell = (what, value) => console.log(JSON.stringify({ what, ...value }));

const connect = async (token) => {
  const client = new Client({ name: "warren-test", version: "1" });
  const headers = { Authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(MCP_URL), { requestInit: { headers } }));
  return client;
};

const client = await connect(MCP_TOKEN);
const call = async (name, args) => {
  const result = await client.callTool({ name, arguments: args });
  return { error: result.isError === true, text: result.content[0].text };
};

tell("tools", { names: (await client.listTools()).tools.map((tool) => tool.name).sort() });
tell("remember", await call("remember", { text: "I keep bees on the roof" }));
tell("recall", await call("recall", { query: "insects" }));
tell("wrong", await call("remember", { text: "?" }));
tell("profile", await call("profile", {}));
await client.close();

try {
  await connect(`${MCP_TOKEN}x`);
  tell("foreign", { refused: false });
} catch (refused) {
  tell("foreign", { refused: true, message: String(refused.message) });
}
