// What the settings of the editor mean to the server. Nothing here needs the editor, so that plain Node can test it.

import * as path from "node:path";

/** What the server takes, under the names that it knows. */
export interface Settings {
  config?: string;
  against?: string[];
  minConfidence?: number;
}

/** Tells what a setting says, by its name without `gainsay.`. */
export type Get = (name: string) => unknown;

/** The languages of documents that may be articles. */
export const LANGUAGES = ["markdown", "plaintext", "html", "json", "xml"];

/** The command whose answer is a text to be shown. */
export const EXPLAIN = "gainsay.explain";

/** The settings for the server. What is left empty is not said: then the program decides. */
export function settings(get: Get): Settings {
  const [config, against, minConfidence] = [get("config"), get("against"), get("minConfidence")];
  const said: Settings = {};
  if (typeof config === "string" && config.trim() !== "") {
    said.config = config;
  }
  if (Array.isArray(against)) {
    const paths = against.filter((item): item is string => typeof item === "string" && item.trim() !== "");
    if (paths.length > 0) {
      said.against = paths;
    }
  }
  if (typeof minConfidence === "number" && minConfidence >= 0 && minConfidence <= 1) {
    said.minConfidence = minConfidence;
  }
  return said;
}

/** The program to start: a name is looked for on the path, anything else counts from the folder that is open. */
export function program(get: Get, folder: string | undefined, home: string): string {
  const said = get("path");
  const name = typeof said === "string" ? said.trim() : "";
  if (name === "") {
    return "gainsay";
  }
  if (name === "~" || name.startsWith("~/")) {
    return path.join(home, name.slice(1));
  }
  const isName = !name.includes("/") && !name.includes("\\");
  return isName || path.isAbsolute(name) ? name : path.join(folder ?? home, name);
}
