import { Injectable } from '@nestjs/common';

/** Whose place somebody stands in. */
export interface StoodInFor {
  id: string;
  name: string;
}

/** Finds out for whom a person stands in now; undefined for nobody. */
export type StandInReader = (person: { id: string; organisationId: string }) => Promise<StoodInFor | undefined>;

/** Who stands in for whom is kept by the delegations, which say here how it is read; where they are not loaded nobody does. */
@Injectable()
export class StandIns {
  private reader: StandInReader | undefined;

  register(reader: StandInReader): void {
    this.reader = reader;
  }

  async of(person: { id: string; organisationId: string }): Promise<StoodInFor | undefined> {
    return this.reader?.(person);
  }
}
