/**
 * Month names, lower case without final dot, to 1-12. English first; the rest are languages whose feeds were seen to
 * write months out against RFC 822. Vietnamese counts its months ("tháng 3") and needs no table.
 */
const MONTH_WORDS: Readonly<Record<number, string>> = {
  1: 'jan january janv janvier jän jänner januar januari janeiro ene enero gen gennaio ιαν ιανουαρίου január янв января styczeń stycznia',
  2: 'feb february févr février fevr februar februari fev fevereiro febr febrero febbraio φεβ φεβρουαρίου február фев февраля lutego',
  3: 'mar march mars mär märz mrz maart março marco marzo μάρ μαρ μαρτίου március мар марта marca',
  4: 'apr april avr avril abr abril aprile απρ απριλίου április апр апреля kwietnia',
  5: 'may mai mei maio mayo mag maggio μάι μαϊ μαι μαίου μαϊου május мая май maja',
  6: 'jun june juin juni junho junio giu giugno ιούν ιον ιουνίου június июн июня czerwca',
  7: 'jul july juil juillet juli julho julio lug luglio ιούλ ιολ ιουλίου július июл июля lipca',
  8: 'aug august août aout augustus ago agosto αύγ αυγ αυγούστου augusztus авг августа sierpnia',
  9: 'sep sept september septembre set setembro septiembre settembre σεπ σεπτεμβρίου szeptember сен сент сентября września',
  10: 'oct october okt oktober octobre out outubro octubre ott ottobre οκτ οκτωβρίου október окт октября października',
  11: 'nov november novembre novembro noviembre νοέ νοε νοεμβρίου ноя нояб ноября listopada',
  12: 'dec december déc décembre decembre dez dezember dezembro dic diciembre dicembre δεκ δεκεμβρίου дек декабря grudnia',
};

/** Offsets of named zones in minutes east of Greenwich (RFC 822, and the ones feeds add to it). */
const ZONE_WORDS: Readonly<Record<number, string>> = {
  [-600]: 'hst',
  [-540]: 'akst',
  [-480]: 'pst pt akdt',
  [-420]: 'mst mt pdt',
  [-360]: 'cst ct mdt',
  [-300]: 'est et cdt',
  [-240]: 'ast at edt',
  [-180]: 'adt brt art',
  0: 'z ut utc gmt wet etc',
  60: 'cet met bst west',
  120: 'eet cest mest sast',
  180: 'msk eest',
  330: 'ist',
  420: 'ict wib',
  480: 'hkt sgt awst',
  540: 'jst kst',
  570: 'acst',
  600: 'aest',
  660: 'aedt',
  720: 'nzst',
  780: 'nzdt',
};

function invert(words: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [value, list] of Object.entries(words)) {
    for (const word of list.split(' ')) map.set(word, Number(value));
  }
  return map;
}

export const MONTHS = invert(MONTH_WORDS);
export const ZONES = invert(ZONE_WORDS);
