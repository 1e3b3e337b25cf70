/** The users and the application of a directory, as Microsoft Graph v1.0 shows them. */
import type { Stamp } from "../stamp/state.ts";

export type ObjectKind = "user" | "servicePrincipal" | "application";

export interface DirectoryObject {
  readonly kind: ObjectKind;
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Every object of the directory. */
export function directoryObjects({ users, application, tenant }: Stamp): readonly DirectoryObject[] {
  const people = Object.values(users).map(({ objectId, name }) => {
    const displayName = name.split("@")[0] ?? name;
    const properties = { id: objectId, displayName, userPrincipalName: name, mail: null, businessPhones: [] };
    return { kind: "user" as const, id: objectId, properties };
  });
  const { objectId, clientId } = application;
  const properties = {
    id: objectId,
    accountEnabled: true,
    appDisplayName: "azs-login",
    appId: clientId,
    appOwnerOrganizationId: tenant.id,
    displayName: "azs-login",
    servicePrincipalNames: [clientId],
    servicePrincipalType: "Application",
    keyCredentials: [],
    passwordCredentials: [],
  };
  // An application's object ID differs from that of its service principal.
  const id = objectId.replace(/^.{8}/, "0a9901ca");
  const described = { id, appId: clientId, displayName: "azs-login", identifierUris: [] };
  return [
    ...people,
    { kind: "servicePrincipal", id: objectId, properties },
    { kind: "application", id, properties: described },
  ];
}

/** The object to which a role can be assigned, if it exists. */
export function findPrincipal(stamp: Stamp, id: string): DirectoryObject | undefined {
  const found = findObject(stamp, id);
  return found?.kind === "application" ? undefined : found;
}

/** The object of this ID. */
export function findObject(stamp: Stamp, id: string): DirectoryObject | undefined {
  return directoryObjects(stamp).find((object) => object.id === id.toLowerCase());
}
