import { type Role } from '#domain/access/roles.js';
import { type User } from '#features/access/user.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type TestApplication } from '../support/application.js';
import { savePerson } from './delivered-return.factory.js';

/** Two places' bodies, each with an official; Leeds has a levelling up director too. */
export interface PlacePeople {
  leeds: Organisation;
  york: Organisation;
  leedsOfficial: User;
  leedsDirector: User;
  yorkOfficial: User;
}

export async function savePlacePeople(waymark: TestApplication): Promise<PlacePeople> {
  const organisations = waymark.dataSource.getRepository(Organisation);
  const body = (slug: string, name: string, areaCode: string): Promise<Organisation> =>
    organisations.save({ slug, name, shortName: name, kind: 'sub-national', mailbox: `office@${slug}.example.org`, areaCode });
  const leeds = await body('leeds', 'Leeds City Council', 'E08000035');
  const york = await body('york', 'City of York Council', 'E06000014');
  const person = (name: string, role: Role, slug: string): Promise<User> => savePerson(waymark, name, [role], slug);
  return {
    leeds, york,
    leedsOfficial: await person('Lee Leeds', 'place-official', 'leeds'),
    leedsDirector: await person('Dee Director', 'director', 'leeds'),
    yorkOfficial: await person('Yan York', 'place-official', 'york'),
  };
}
