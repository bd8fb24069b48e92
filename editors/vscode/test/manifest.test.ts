// What package.json says is what the extension does, and what the server in this repository knows.

import assert from "node:assert/strict";
import * as fs from "node:fs";
import { test } from "node:test";

import { EXPLAIN, LANGUAGES } from "../src/settings";

const manifest = JSON.parse(fs.readFileSync("package.json", "utf8"));
const extension = fs.readFileSync("src/extension.ts", "utf8");
const server = (file: string) => fs.readFileSync(`../../src/lsp/${file}.rs`, "utf8");

/** The commands that the server carries out. */
const carriedOut = [...server("action").matchAll(/const \w+: &str = "(gainsay\.\w+)";/g)].map((match) => match[1]);
const commands = manifest.contributes.commands.map((command: { command: string }) => command.command);
const properties: string[] = Object.keys(manifest.contributes.configuration.properties);

test("the server knows the command whose answer is shown", () => {
  assert.ok(carriedOut.includes(EXPLAIN), `${EXPLAIN} is not among ${carriedOut}`);
  assert.match(server("capabilities"), /action::EXPLAIN/);
});

test("no command has two owners", () => {
  // The client registers the server's commands by itself; one that is registered twice keeps it from starting.
  assert.deepEqual(commands.filter((command: string) => carriedOut.includes(command)), []);
});

test("each command of the manifest is registered", () => {
  for (const command of commands) {
    assert.ok(extension.includes(`registerCommand("${command}"`), command);
  }
});

test("the settings of the server are those of the manifest", () => {
  const fields = /struct Settings \{(.*?)\n\}/s.exec(server("desk"))?.[1] ?? "";
  const names = [...fields.matchAll(/^ {4}(\w+):/gm)].map((match) =>
    (match[1] ?? "").replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
  assert.ok(names.length > 0, "the settings of the server are found");
  const own = ["gainsay.path", "gainsay.trace.server"];
  assert.deepEqual(properties.filter((name) => !own.includes(name)).sort(), names.map((n) => `gainsay.${n}`).sort());
});

test("the extension wakes up for the languages that it sends to the server", () => {
  const woken = manifest.activationEvents.filter((event: string) => event.startsWith("onLanguage:"));
  assert.deepEqual(woken.sort(), LANGUAGES.map((language) => `onLanguage:${language}`).sort());
});

test("the server knows what the client says that it can", () => {
  assert.match(extension, /gainsay: \{ answers: true \}/);
  assert.match(server("client"), /get\("gainsay"\)\?\.get\("answers"\)/);
});

test("the version and the licence are those of the program", () => {
  const cargo = fs.readFileSync("../../Cargo.toml", "utf8");
  assert.ok(cargo.includes(`version = "${manifest.version}"`));
  assert.ok(cargo.includes(`license = "${manifest.license}"`));
});
