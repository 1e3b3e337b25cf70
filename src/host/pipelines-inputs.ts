import { certificateFailures } from "../errors/certificates.ts";
import { Failure } from "../errors/failure.ts";
import { pipelinesFailures } from "../errors/pipelines.ts";
import { inCamelCase } from "./pipelines-spelling.ts";
import { type ConnectionReader, readConnection, type ServiceConnection } from "./service-connection.ts";

/** What the task is given. */
export interface TaskReader extends ConnectionReader {
  /** Text of an input by its name in task.json; empty when it is not given. */
  input(name: string): string;
  /** A secure file's content. */
  secureFile(id: string): Promise<Buffer>;
  secureFileName(id: string): string;
}

export interface TaskInputs {
  /** Undefined when there is none, or none that can be used. */
  readonly connection: ServiceConnection | undefined;
  /** The text of an input by its name in action.yml; throws Failure `AZS14x`. */
  input(name: string): Promise<string>;
}

/** What the agent leaves of an input whose variable does not exist. */
const MACRO = /^\$\([^()\s]+\)$/;

/** Inputs that say who logs in: with one of them given, the connection's secret or certificate is not meant. */
const CREDENTIALS = ["client-secret", "client-certificate", "username", "password", "creds"];
const OF_CONNECTION = ["client-secret", "client-certificate"];

/**
 * The task's inputs under their names in action.yml: as given, else from the service connection, and the certificate
 * also from a secure file.
 */
export function taskInputs(reader: TaskReader): TaskInputs {
  const given = (name: string) => reader.input(inCamelCase(name));
  const file = reader.input("clientCertificateSecureFile");
  const hasCredential = file !== "" || CREDENTIALS.some((name) => given(name) !== "");
  const connection = connectionOf(reader);
  const ofConnection = (name: string): string => {
    if (connection === undefined || (hasCredential && OF_CONNECTION.includes(name))) return "";
    if (!(connection instanceof Failure)) return connection.inputs[name] ?? "";
    // Said once; what is missing because of it is not.
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
  // Connections are looked up before the variables of the run are.
  if (MACRO.test(id)) return pipelinesFailures.connectionUnknown({ value: id });
  if (reader.input("creds") !== "") return pipelinesFailures.connectionAndCreds({});
  try {
    return readConnection(reader, id, reader.input("endpoint") !== "");
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Bytes. A shorter file holds no certificate with its key, and its base64 would be taken for a path, and shown. */
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
