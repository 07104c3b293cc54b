// Opens YAML files in yaml-language-server, as an editor would, and prints what it reports, as JSON by path.
// Usage: node language_server.mjs SERVER FILE...
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [server, ...paths] = process.argv.slice(2);
const uris = new Map(paths.map((path) => [pathToFileURL(path).href, path]));
const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
const found = {};
let waiting = Buffer.alloc(0);

function send(message) {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function open() {
  send({ method: "initialized", params: {} });
  for (const [uri, path] of uris) {
    const textDocument = { uri, languageId: "yaml", version: 1, text: readFileSync(path, "utf8") };
    send({ method: "textDocument/didOpen", params: { textDocument } });
  }
}

function receive(message) {
  if (message.id === 1 && message.result) open();
  else if (message.method === "workspace/configuration") {
    const settings = { validate: true, yamlVersion: "1.2", schemaStore: { enable: false } };
    send({ id: message.id, result: message.params.items.map(() => settings) });
  } else if (message.method && message.id !== undefined) send({ id: message.id, result: null });
  else if (message.method === "textDocument/publishDiagnostics") {
    found[uris.get(message.params.uri)] = message.params.diagnostics;
    if (Object.keys(found).length === uris.size) {
      console.log(JSON.stringify(found));
      child.kill();
      process.exit(0);
    }
  }
}

child.stdout.on("data", (data) => {
  waiting = Buffer.concat([waiting, data]);
  for (;;) {
    const head = waiting.indexOf("\r\n\r\n");
    if (head < 0) return;
    const end = head + 4 + Number(/Content-Length: (\d+)/.exec(waiting.subarray(0, head))[1]);
    if (waiting.length < end) return;
    const message = JSON.parse(waiting.subarray(head + 4, end));
    waiting = waiting.subarray(end);
    receive(message);
  }
});
send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: { workspace: { configuration: true } } } });
