import { describeEachAz, type TestAz } from "../support/azs.ts";
import { type Login, loginsWork } from "./working-jobs.ts";

/**
 * Not each credential with each az at each identity provider. What differs is how az is given a credential (a secret, a
 * certificate, which is a PEM file to az whatever it came as, a user's password, an ID token), and how MSAL asks for a
 * token with it at Entra and at AD FS: each az has all the credentials and both providers, and between them they have each
 * pair of a credential and a provider. Of az 2.66 a job with an ID token is in renewal.test.ts.
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

describeEachAz("login, later steps and post", ({ name, path: command, python }) => {
  loginsWork({ runner: {}, inputs: { "az-path": command }, command, python: () => python }, LOGINS[name]);
});
