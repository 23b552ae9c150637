import { Injectable } from '@nestjs/common';

/** Whose place somebody stands in. */
export interface StoodInFor {
  id: string;
  name: string;
}

/**
 * How it is read for whom a person stands in: an SQL expression of JSON `{id, name}`, null for nobody, over the row of users called
 * `person`, with the parameter `:today`; so that it costs no statement of its own.
 */
export type StandInExpression = string;

/** Who stands in for whom is kept by the delegations, which say here how it is read; where they are not loaded nobody does. */
@Injectable()
export class StandIns {
  private registered: StandInExpression | undefined;

  register(expression: StandInExpression): void {
    this.registered = expression;
  }

  get expression(): StandInExpression {
    return this.registered ?? 'NULL::jsonb';
  }
}
