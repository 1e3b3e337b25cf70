import { describeEachAz, type TestAz } from "../support/azs.ts";
import { type Login, loginsWork } from "./working-jobs.ts";

/**
 * Not every credential is tested with every az at every identity provider. Two things differ: how az is given a
 * credential (a secret, a certificate, which is always a PEM file for az, a user's password, an ID token), and how MSAL
 * requests a token with it from Entra and from AD FS. So each az is tested with all credentials and both providers, and
 * together they cover each pair of credential and provider. A job with an ID token and az 2.66 is in renewal.test.ts.
 */
const LOGINS: Readonly<Record<TestAz["name"], readonly Login[]>> = {
  "az 2.45": [
    ["aad", "secret"],
    ["adfs", "pem"],
    ["aad", "password"],
    ["aad", "oidc"],
  ],
  "az 2.66": [
    ["adfs", "secret"],
    ["aad", "pfx"],
    ["adfs", "password"],
  ],
};

describeEachAz("a job logs in, works and leaves nothing", ({ name, path: command, python }) => {
  loginsWork({ runner: {}, inputs: { "az-path": command }, command, python: () => python }, LOGINS[name]);
});
