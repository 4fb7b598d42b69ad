/** Where paper is US Letter, by ISO 3166: Unicode CLDR 48, supplemental data, measurementData, paperSize “US-Letter”. */
const letter = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper that lies in the printers of a country; A4 where the machine does not say in which it is. */
export const paperIn = (country: string): 'A4' | 'Letter' => (letter.has(country) ? 'Letter' : 'A4');
