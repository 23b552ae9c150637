import { foldedName } from './area-search.js';

/**
 * Names that people have for a place and the register has not, each with the register's: the Welsh names of the principal areas
 * by the Local Government (Wales) Act 1994, schedule 1, and Gaelic and everyday names. Folded as names are compared.
 */
const REGISTERED: Readonly<Record<string, string>> = {
  'ynys mon': 'isle of anglesey', 'sir ddinbych': 'denbighshire', 'sir y fflint': 'flintshire', wrecsam: 'wrexham', 'sir fynwy': 'monmouthshire', casnewydd: 'newport', caerdydd: 'cardiff',
  'bro morgannwg': 'vale of glamorgan', 'pen y bont ar ogwr': 'bridgend', caerffili: 'caerphilly', 'castell nedd port talbot': 'neath port talbot', abertawe: 'swansea', 'sir gaerfyrddin': 'carmarthenshire',
  'sir gar': 'carmarthenshire', 'sir benfro': 'pembrokeshire', 'merthyr tudful': 'merthyr tydfil', 'tor faen': 'torfaen', 'rhondda': 'rhondda cynon taf',
  cymru: 'wales', alba: 'scotland', 'western isles': 'na h eileanan siar', 'outer hebrides': 'na h eileanan siar', orkney: 'orkney islands', shetland: 'shetland islands',
  derry: 'derry city and strabane', londonderry: 'derry city and strabane', scilly: 'isles of scilly', kernow: 'cornwall', newcastle: 'newcastle upon tyne', durham: 'county durham', bournemouth: 'bournemouth christchurch and poole',
  uk: 'united kingdom', britain: 'great britain',
};

/** The name that the register has for what somebody calls a place; undefined where it is known by no other. */
export function registeredName(name: string): string | undefined {
  const folded = foldedName(name);
  return Object.hasOwn(REGISTERED, folded) ? REGISTERED[folded] : undefined;
}
