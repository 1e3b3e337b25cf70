import { certificateFailures } from "../errors/certificates.ts";
import { Failure } from "../errors/failure.ts";
import { pipelinesFailures } from "../errors/pipelines.ts";
import { inCamelCase } from "./pipelines-spelling.ts";
import { type ConnectionReader, readConnection, type ServiceConnection } from "./service-connection.ts";

/** Reads what the agent passes to the task. */
export interface TaskReader extends ConnectionReader {
  /** Text of an input by its name in task.json; empty if it is not given. */
  input(name: string): string;
  /** The content of a secure file. */
  secureFile(id: string): Promise<Buffer>;
  secureFileName(id: string): string;
}

export interface TaskInputs {
  /** Undefined if none is given, or if it cannot be used. */
  readonly connection: ServiceConnection | undefined;
  /** The text of an input by its name in action.yml; throws Failure `AZS14x`. */
  input(name: string): Promise<string>;
}

/** An unexpanded macro: what the agent leaves in an input whose variable does not exist. */
const MACRO = /^\$\([^()\s]+\)$/;

/** Inputs that name a credential: if one of them is given, the connection's secret or certificate is not used. */
const CREDENTIALS = ["client-secret", "client-certificate", "username", "password", "creds"];
const OF_CONNECTION = ["client-secret", "client-certificate"];

/**
 * The task's inputs by their names in action.yml: as given, else from the service connection; the certificate also from
 * a secure file.
 */
export function taskInputs(reader: TaskReader): TaskInputs {
  const given = (name: string) => reader.input(inCamelCase(name));
  const file = reader.input("clientCertificateSecureFile");
  const hasCredential = file !== "" || CREDENTIALS.some((name) => given(name) !== "");
  const connection = connectionOf(reader);
  const ofConnection = (name: string): string => {
    if (connection === undefined || (hasCredential && OF_CONNECTION.includes(name))) return "";
    if (!(connection instanceof Failure)) return connection.inputs[name] ?? "";
    // Reported once, not again for each input that is missing because of it.
    if (name === "endpoint") throw connection;
    return "";
  };
  return {
    connection: connection instanceof Failure ? undefined : connection,
    async input(name) {
      const value = given(name);
      if (MACRO.test(value)) throw pipelinesFailures.variableMissing({ input: inCamelCase(name), value });
      if (name !== "client-certificate" || file === "") return value || ofConnection(name);
      if (value !== "") throw pipelinesFailures.certificateTwice({});
      return contentOf(reader, file);
    },
  };
}

function connectionOf(reader: TaskReader): ServiceConnection | Failure | undefined {
  const id = reader.input("azureConnection");
  if (id === "") return undefined;
  // A variable cannot name a connection, because the agent looks up connections before it expands variables.
  if (MACRO.test(id)) return pipelinesFailures.connectionUnknown({ value: id });
  if (reader.input("creds") !== "") return pipelinesFailures.connectionAndCreds({});
  try {
    return readConnection(reader, id, reader.input("endpoint") !== "");
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Bytes. A shorter file has no certificate with its key, and its base64 would be taken for a path and shown. */
const SHORTEST_FILE = 150;

async function contentOf(reader: TaskReader, id: string): Promise<string> {
  const name = reader.secureFileName(id) || id;
  const content = await reader.secureFile(id).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw pipelinesFailures.secureFileMissing({ name, reason }, error);
  });
  if (content.length < SHORTEST_FILE)
    throw certificateFailures.clientUnreadable({ from: `clientCertificateSecureFile (${name})` });
  return content.toString("base64");
}
