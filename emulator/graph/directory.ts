/** The directory behind a stamp: its application and its users. */
import type { Stamp } from "../state.ts";

export interface Principal {
  readonly type: "servicePrincipal" | "user" | "application";
  readonly id: string;
  readonly document: Readonly<Record<string, unknown>>;
}

/** Everything that the directory holds. */
export function directory({ application, users }: Stamp): readonly Principal[] {
  const { clientId: appId, objectId } = application;
  const displayName = "azs-login";
  const common = { appId, displayName, servicePrincipalNames: [appId], accountEnabled: true };
  return [
    { type: "servicePrincipal", id: objectId, document: { ...common, servicePrincipalType: "Application" } },
    // An application's object ID is another one than its service principal's.
    { type: "application", id: objectId.replace(/^.{8}/, "0a9901ca"), document: { appId, displayName } },
    ...Object.values(users).map(({ objectId: id, name }): Principal => {
      return { type: "user", id, document: { userPrincipalName: name, displayName: name.split("@")[0], mail: null } };
    }),
  ];
}

/** Who can be given a role. */
export function principalOf(stamp: Stamp, id: string): Principal | undefined {
  return directory(stamp).find((one) => one.type !== "application" && one.id === id.toLowerCase());
}
