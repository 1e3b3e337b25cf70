import type { Host } from "../host/host.ts";
import type { Results } from "./exports.ts";

const IDENTITY_PROVIDERS = { aad: "Microsoft Entra ID", adfs: "AD FS" } as const;

/** The log's last line: who, where, subscription, profile, az. */
export function inOneLine({ stamp, identity, az }: Results): string {
  const who = `${identity.userName ?? identity.clientId} (${IDENTITY_PROVIDERS[stamp.authority.identityProvider]})`;
  const subscription =
    identity.subscription === undefined ? "no subscription" : `subscription "${identity.subscription.name}"`;
  return `Logged in ${who} to ${stamp.endpoint}: ${subscription}, profile ${identity.profile}, az ${az.description?.version ?? az.path}.`;
}

/** The job summary: the same as a table, and which roots are trusted. */
export async function summarize(results: Results, host: Pick<Host, "summarize">): Promise<void> {
  const { stamp, identity, inputs, az } = results;
  const rows: readonly (readonly [string, string])[] = [
    ["Identity provider", IDENTITY_PROVIDERS[stamp.authority.identityProvider]],
    ["Tenant", identity.tenantId],
    identity.userName === undefined ? ["Application", identity.clientId] : ["User", identity.userName],
    [
      "Subscription",
      identity.subscription === undefined ? "none" : `${identity.subscription.name} (${identity.subscription.id})`,
    ],
    ["Location", identity.location],
    ["API profile", identity.profile],
    ["Cloud", inputs.cloudName],
    ["az", `${az.description?.version ?? ""} ${az.path}`.trim()],
    ...inputs.roots.map(
      ({ subject, fingerprints, notAfter }) =>
        [
          "CA root",
          `${subject}, SHA-256 ${fingerprints.sha256}, expires ${notAfter.toISOString().slice(0, 10)}`,
        ] as const,
    ),
  ];
  const stampRow = `| Stamp | ${stamp.endpoint} |`;
  const lines = rows.map(([name, value]) => `| ${name} | ${escapeCell(value)} |`);
  await host.summarize(["### Azure Stack Hub login", "", "| | |", "|---|---|", stampRow, ...lines, ""].join("\n"));
}

/**
 * Escapes a text, which may come from the stamp: it must stay text in a Markdown table, and URLs must not become links.
 */
function escapeCell(text: string): string {
  return text.replaceAll(/[\\|<>`*_[\]&~]|:(?=\/\/)|(?<=www)\./gi, (sign) => `\\${sign}`).replaceAll(/\s+/g, " ");
}
