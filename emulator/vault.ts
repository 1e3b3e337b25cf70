/**
 * The data plane of Key Vault, as far as its door: the challenge, and the audience that it wants. There are no vaults
 * behind it.
 */
import { json, type StampRequest, type StampResponse } from "./http.ts";
import { loginEndpoint } from "./metadata.ts";
import type { Stamp } from "./state.ts";
import { judgeToken } from "./sts/verdicts.ts";

/**
 * Answers a request to `*.vault.` or `*.adminvault.`. The audience is Resource Manager's with `management` replaced by
 * `vault`. The challenge's form is Key Vault's of Azure; a stamp's is taken to be the same.
 */
export async function vault(request: StampRequest, stamp: Stamp): Promise<StampResponse> {
  const admin = request.host.includes(".adminvault.");
  const audience = admin
    ? stamp.audiences.admin.replace("adminmanagement", "adminvault")
    : stamp.audiences.user.replace("management", "vault");
  const [, token = ""] = /^Bearer ([^\s]+)$/i.exec(request.headers["authorization"] ?? "") ?? [];
  const verdict = token === "" ? undefined : await judgeToken(stamp, token, audience);
  if (verdict?.kind !== "valid") {
    const authority =
      stamp.options.idp === "adfs" ? loginEndpoint(stamp) : `https://login.windows.net/${stamp.tenant.id}`;
    const error = { code: "Unauthorized", message: "Request is missing a Bearer or PoP token." };
    return json(401, { error }, { "www-authenticate": `Bearer authorization="${authority}", resource="${audience}"` });
  }
  return json(404, { error: { code: "VaultNotFound", message: "The emulator keeps no vaults." } });
}
