/**
 * Units of measurement as types. Inside the model every number is in one canonical unit (see README.md);
 * a brand guards the doors (parameters, results, rules) and costs nothing at run time.
 */
declare const unit: unique symbol;

/** A number that knows its unit. Arithmetic gives a plain number back, so a result must be named again. */
export type Quantity<Unit extends string> = number & { readonly [unit]: Unit };

export type Mhz = Quantity<'MHz'>;
export type Gib = Quantity<'GiB'>;
export type MibPerSecond = Quantity<'MiB/s'>;
export type Iops = Quantity<'I/O per second'>;
export type Seconds = Quantity<'s'>;
export type Watts = Quantity<'W'>;
/** Whole yen: the currency has no smaller unit. */
export type Yen = Quantity<'JPY'>;

export const mhz = (value: number) => value as Mhz;
export const gib = (value: number) => value as Gib;
export const mibPerSecond = (value: number) => value as MibPerSecond;
export const iops = (value: number) => value as Iops;
export const seconds = (value: number) => value as Seconds;
export const watts = (value: number) => value as Watts;
export const yen = (value: number) => value as Yen;

const bytesPerMib = 2 ** 20;
const mibPerGib = 1024;

export const fromMib = (value: number) => gib(value / mibPerGib);
/** KiB (2¹⁰ bytes), which monitoring tools write as KB. */
export const fromKib = (value: number) => gib(value / mibPerGib ** 2);
/** KiB/s, which monitoring tools write as KB/s. */
export const fromKibPerSecond = (value: number) => mibPerSecond(value / 1024);
/** Gb/s as network vendors count them: 10⁹ bits a second. */
export const fromGigabits = (value: number) => mibPerSecond((value * 1e9) / 8 / bytesPerMib);
/** Mb/s as network vendors count them: 10⁶ bits a second. */
export const fromMegabits = (value: number) => mibPerSecond((value * 1e6) / 8 / bytesPerMib);
/** TB as disk vendors count them: 10¹² bytes. */
export const fromTerabytes = (value: number) => gib((value * 1e12) / (bytesPerMib * mibPerGib));
export const fromGhz = (value: number) => mhz(value * 1000);
export const hours = (value: number) => seconds(value * 3600);
