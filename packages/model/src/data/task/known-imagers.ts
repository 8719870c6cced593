/** A satellite of which it is public that it pictures land by daylight, at 30 m a pixel or finer. */
export interface KnownImager {
  readonly name: string;
  /** In the US catalogue, and the international designator of COSPAR: both must fit. */
  readonly catalogueNumber: string;
  readonly designator: string;
}

/**
 * Civil and commercial imagers in orbit in 2022, under the names of their operators; no list of all. Numbers and
 * designators are those of the US catalogue of objects in orbit, compared with element sets of August 2022.
 */
export const knownImagers: readonly KnownImager[] = [
  { name: 'WorldView-1', catalogueNumber: '32060', designator: '2007-041A' },
  { name: 'GeoEye-1', catalogueNumber: '33331', designator: '2008-042A' },
  { name: 'WorldView-2', catalogueNumber: '35946', designator: '2009-055A' },
  { name: 'Pléiades 1A', catalogueNumber: '38012', designator: '2011-076F' },
  { name: 'KOMPSAT-3', catalogueNumber: '38338', designator: '2012-025B' },
  { name: 'SPOT 6', catalogueNumber: '38755', designator: '2012-047A' },
  { name: 'Pléiades 1B', catalogueNumber: '39019', designator: '2012-068A' },
  { name: 'Landsat 8', catalogueNumber: '39084', designator: '2013-008A' },
  { name: 'SPOT 7', catalogueNumber: '40053', designator: '2014-034A' },
  { name: 'WorldView-3', catalogueNumber: '40115', designator: '2014-048A' },
  { name: 'KOMPSAT-3A', catalogueNumber: '40536', designator: '2015-014A' },
  { name: 'Sentinel-2A', catalogueNumber: '40697', designator: '2015-028A' },
  { name: 'Sentinel-2B', catalogueNumber: '42063', designator: '2017-013A' },
  { name: 'PRISMA', catalogueNumber: '44072', designator: '2019-015A' },
  { name: 'Landsat 9', catalogueNumber: '49260', designator: '2021-088A' },
];

/** The imager of an element set, where it is known to be one. A set without a designator is taken at its number. */
export function knownImager(
  set: Pick<KnownImager, 'catalogueNumber' | 'designator'>,
): KnownImager | undefined {
  return knownImagers.find(
    ({ catalogueNumber, designator }) =>
      catalogueNumber === set.catalogueNumber.replace(/^0+/, '') &&
      (set.designator === '' || set.designator === designator),
  );
}
