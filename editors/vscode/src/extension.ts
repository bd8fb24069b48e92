// Starts `gainsay lsp` and shows what it says. All that is found is found by the program.

import * as os from "node:os";
import * as vscode from "vscode";
import {
  type ClientCapabilities,
  DidChangeConfigurationNotification,
  type FeatureState,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  type ServerOptions,
  type StaticFeature,
} from "vscode-languageclient/node";

import { EXPLAIN, LANGUAGES, program, settings, type Get } from "./settings";

/** The scheme of documents that show an explanation. */
const EXPLANATION = "gainsay-explanation";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("gainsay", { log: true });
  const explanations = new Explanations();
  context.subscriptions.push(
    output,
    vscode.workspace.registerTextDocumentContentProvider(EXPLANATION, explanations),
    vscode.commands.registerCommand("gainsay.restart", () => restart(output, explanations)),
    vscode.commands.registerCommand("gainsay.showOutput", () => output.show()),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("gainsay.path")) {
        await restart(output, explanations);
      } else if (event.affectsConfiguration("gainsay") && client?.isRunning()) {
        await client.sendNotification(DidChangeConfigurationNotification.type, {
          settings: { gainsay: settings(configured()) },
        });
      }
    }),
  );
  await start(output, explanations);
}

export async function deactivate(): Promise<void> {
  await stop();
}

function folder(): vscode.WorkspaceFolder | undefined {
  return vscode.workspace.workspaceFolders?.[0];
}

function configured(): Get {
  const configuration = vscode.workspace.getConfiguration("gainsay", folder()?.uri ?? null);
  return (name) => configuration.get(name);
}

async function start(output: vscode.LogOutputChannel, explanations: Explanations): Promise<void> {
  const command = program(configured(), folder()?.uri.fsPath, os.homedir());
  const server: ServerOptions = { command, args: ["lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: [
      ...LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language }))),
      { scheme: "file", pattern: "**/gainsay.toml" },
    ],
    initializationOptions: settings(configured()),
    outputChannel: output,
    middleware: middleware(explanations),
  };
  client = new LanguageClient("gainsay", "gainsay", server, options);
  client.registerFeature(new ShowsAnswers());
  try {
    await client.start();
  } catch (error) {
    output.error(String(error));
    // Nobody waits for the answer: the editor goes on starting.
    void complain(command);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  // One that never started cannot be stopped.
  await running?.dispose().catch(() => undefined);
}

async function restart(output: vscode.LogOutputChannel, explanations: Explanations): Promise<void> {
  await stop();
  await start(output, explanations);
}

async function complain(command: string): Promise<void> {
  const settings = "Open the settings";
  const message = `“${command} lsp” cannot be started. Install gainsay, or say in the settings where it is.`;
  if ((await vscode.window.showErrorMessage(message, settings)) === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "gainsay.path");
  }
}

function middleware(explanations: Explanations): Middleware {
  return {
    executeCommand: async (command, args, next) => {
      const answer: unknown = await next(command, args);
      if (command === EXPLAIN && typeof answer === "string") {
        await explanations.show(answer);
      }
      return answer;
    },
    workspace: {
      // The server asks for all settings at once: empty ones are left out here as well.
      configuration: (params) =>
        params.items.map((item) => (item.section === "gainsay" ? settings(configured()) : null)),
    },
  };
}

/** Tells the server that what a command answers is shown here, so that it shows no message of its own. */
class ShowsAnswers implements StaticFeature {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    const known: object = capabilities.experimental ?? {};
    capabilities.experimental = { ...known, gainsay: { answers: true } };
  }

  initialize(): void {}

  getState(): FeatureState {
    return { kind: "static" };
  }

  clear(): void {}
}

/** Shows explanations, the last one only, in a document that cannot be edited. */
class Explanations implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly uri = vscode.Uri.parse(`${EXPLANATION}:Explanation`);
  private text = "";

  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(): string {
    return this.text;
  }

  async show(text: string): Promise<void> {
    this.text = text;
    this.changed.fire(this.uri);
    const document = await vscode.workspace.openTextDocument(this.uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }
}
