/** A row of the tables of answers that people pasted into public reports, and what has to come of it. */
import type { ConnectFault, Fault } from "../../../emulator/faults.ts";
import type { Inputs } from "../../../emulator/runner.ts";
import type { StampOptions } from "../../../emulator/server.ts";
import type { Party } from "../../../src/errors/party.ts";
import type { Scene } from "../../support/stamp.ts";

/** The step fails, with this error. */
export interface Refused {
  readonly code: string;
  /** Who answered: the error names no other, and no input that has nothing to do with it. */
  readonly party: Party;
  /** Cause and action. */
  readonly says: readonly (string | RegExp)[];
  readonly never?: readonly RegExp[];
}

/** The step logs in. */
export interface LoggedIn {
  readonly outputs?: Readonly<Record<string, string>>;
  /** Of the warnings. */
  readonly warns?: readonly (string | RegExp)[];
  /** Of the log. */
  readonly logs?: readonly (string | RegExp)[];
}

export interface PublicAnswer {
  readonly name: string;
  readonly idp?: StampOptions["idp"];
  readonly stamp?: Partial<StampOptions>;
  readonly credential?: "secret" | "certificate" | "oidc" | "user";
  /** Changes to inputs that log in; undefined takes one away. */
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  /** Variables of the job. */
  readonly environment?: Inputs | ((scene: Pick<Scene, "emulator">) => Inputs);
  /** Met by every request that matches, unless it says how often. */
  readonly faults: readonly (Fault | ConnectFault)[];
  readonly outcome: Refused | LoggedIn;
}

/** An answer of JSON, or of HTML where it is a text. */
export function answered(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string | string[]>> = {},
): Fault["effect"] {
  const isText = typeof body === "string";
  const type = isText ? "text/html; charset=us-ascii" : "application/json; charset=utf-8";
  return {
    answer: { status, headers: { "content-type": type, ...headers }, body: isText ? body : JSON.stringify(body) },
  };
}

/** A refusal in Azure Resource Manager's envelope. */
export function armRefusal(status: number, code: string, message: string): Fault["effect"] {
  return answered(status, { error: { code, message } });
}
