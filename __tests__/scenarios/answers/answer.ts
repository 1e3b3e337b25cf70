/** A row in the tables of answers that users pasted into public reports, with the expected outcome. */
import type { ConnectFault, Fault } from "../../../emulator/faults.ts";
import type { Inputs } from "../../../emulator/runner.ts";
import type { StampOptions } from "../../../emulator/server.ts";
import type { Party } from "../../../src/errors/party.ts";
import type { Scene } from "../../support/stamp.ts";

/** The step fails, with this error. */
export interface Refused {
  readonly code: string;
  /** Who answered. The error must not name another party, nor an input that is not involved. */
  readonly party: Party;
  /** Cause and action. */
  readonly says: readonly (string | RegExp)[];
  readonly never?: readonly RegExp[];
}

/** The step logs in. */
export interface LoggedIn {
  readonly outputs?: Readonly<Record<string, string>>;
  /** Texts of the warnings. */
  readonly warns?: readonly (string | RegExp)[];
  /** Texts of the log. */
  readonly logs?: readonly (string | RegExp)[];
}

export interface PublicAnswer {
  readonly name: string;
  readonly idp?: StampOptions["idp"];
  readonly stamp?: Partial<StampOptions>;
  readonly credential?: "secret" | "certificate" | "oidc" | "user";
  /** Changes to inputs that log in; undefined removes one. */
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  /** Variables of the job. */
  readonly environment?: Inputs | ((scene: Pick<Scene, "emulator">) => Inputs);
  /** Affects every matching request, unless it has a number. */
  readonly faults: readonly (Fault | ConnectFault)[];
  readonly outcome: Refused | LoggedIn;
}

/** An answer as JSON, or as HTML if it is a string. */
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
