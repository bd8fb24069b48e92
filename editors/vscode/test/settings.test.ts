import assert from "node:assert/strict";
import { test } from "node:test";

import { program, settings } from "../src/settings";

const from = (said: Record<string, unknown>) => (name: string) => said[name];

test("settings go to the server under its own names", () => {
  const said = { config: "desk/gainsay.toml", against: ["archive"], minConfidence: 0.8, path: "/bin/gainsay" };
  assert.deepEqual(settings(from(said)), { config: "desk/gainsay.toml", against: ["archive"], minConfidence: 0.8 });
});

test("what is left empty is not said", () => {
  assert.deepEqual(settings(from({})), {});
  assert.deepEqual(settings(from({ config: null, against: null, minConfidence: null })), {});
  assert.deepEqual(settings(from({ config: " ", against: [], minConfidence: 7 })), {});
  assert.deepEqual(settings(from({ config: 3, against: ["", "old", 5], minConfidence: "0.5" })), { against: ["old"] });
});

test("no confidence at all is a setting, too", () => {
  assert.deepEqual(settings(from({ minConfidence: 0 })), { minConfidence: 0 });
});

test("the program is a name, or a place", () => {
  const at = (path: unknown, folder?: string) => program(from({ path }), folder, "/home/ada");
  assert.equal(at(undefined), "gainsay");
  assert.equal(at(" "), "gainsay");
  assert.equal(at("gainsay-nightly", "/desk"), "gainsay-nightly");
  assert.equal(at("/opt/gainsay", "/desk"), "/opt/gainsay");
  assert.equal(at("~/bin/gainsay", "/desk"), "/home/ada/bin/gainsay");
  assert.equal(at("./target/release/gainsay", "/desk"), "/desk/target/release/gainsay");
  assert.equal(at("./gainsay"), "/home/ada/gainsay");
});
