/** The roles that every stamp has, and the role that its application has at the beginning. */
import { randomUUID } from "node:crypto";
import type { Extension } from "./contents.ts";
import type { StampOptions } from "./options.ts";

export interface Role {
  /** The same on all stamps. */
  readonly guid: string;
  readonly roleName: string;
  readonly description: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

export const ROLES: Readonly<Record<StampOptions["role"], Role>> = {
  Owner: {
    guid: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    roleName: "Owner",
    description: "Lets you manage everything, including access to resources.",
    actions: ["*"],
    notActions: [],
  },
  Contributor: {
    guid: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    roleName: "Contributor",
    description: "Lets you manage everything except access to resources.",
    actions: ["*"],
    notActions: ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write"],
  },
  Reader: {
    guid: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    roleName: "Reader",
    description: "Lets you view everything, but not make any changes.",
    actions: ["*/read"],
    notActions: [],
  },
};

/** The definition's ID, which contains the subscription whatever the scope is. */
export function definitionId({ guid }: Role, scope: string): string {
  const subscription = scope.split("/").slice(0, 3).join("/");
  return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
}

export const ASSIGNMENTS = "roleAssignments";

/** The ID of an assignment at a scope. */
export function assignmentId(scope: string, name: string): string {
  return `${scope}/providers/Microsoft.Authorization/${ASSIGNMENTS}/${name}`;
}

/** @param now milliseconds since 1970 */
export function assignment(scope: string, name: string, given: Extension["properties"], now: number): Extension {
  const time = new Date(now).toISOString();
  const properties = { ...given, createdOn: time, updatedOn: time };
  return { id: assignmentId(scope, name), type: ASSIGNMENTS, name, scope, properties };
}

/** The role that a subscription's owner assigned to the application. */
export function givenRole(subscription: string, role: Role, principalId: string, now: number): Extension {
  const scope = `/subscriptions/${subscription}`;
  return assignment(scope, randomUUID(), { roleDefinitionId: definitionId(role, scope), principalId, scope }, now);
}
