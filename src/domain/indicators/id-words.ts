/** The words around a number that tell an indicator's id from a figure. All in small letters. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** A number after one of these is an indicator's id in any text. */
export const NAMING = words('indicator indicators ovi ovis logframe');

/** Words that may stand between a naming word and the id: "OVI no. 3.7". */
export const NUMBERING = words('no nos number numbers ref refs reference references id ids');

/** In a cell kept for indicators, a number after one of these is an id. */
export const POINTING = words(
  'see cf supports support supporting contributes contribute contributing links link linked relates relate related serves serve serving ' +
    'meets delivers delivering towards toward kpi kpis maps mapped ' +
    [...NUMBERING].join(' '),
);

/** What stands between the ids of a list; any of them may be written without a space. */
export const LINKING = words('and or to also plus see through');

/** Between two ids these make a range; "-" does too. */
export const RANGE_WORDS = words('to through');

/** An id after one of these is taken out: "3.6 to 3.9 except 3.8". */
export const EXCLUDING = words('not except excluding excl without nor');

/** A number right after one of these is an amount. */
export const AMOUNT_BEFORE = words(
  'by from at than least over about around approximately approx circa nearly almost roughly up down minus between',
);

/** A number right after one of these is their value, or the number of a page or part. */
export const VALUED = words(
  'score scores scored scoring rate rates ratio average mean median baseline baselines target targets value total index rating grade mark ' +
    'rose fell grew dropped reached hit spend cost costs budget sum ' +
    'version ver v rev table figure fig section sect page pg para paragraph chapter appendix annex standard',
);

/** "... to 3.7" or "... of 3.7" after one of these is an amount. */
export const CHANGING = words(
  'rise rises rising risen fall falls falling fallen grow grows grown growth increase increases increased increasing decrease decreases ' +
    'decreased decreasing reduce reduces reduced reducing reduction drop drops dropping raise raised raising go goes went get ' +
    [...VALUED, ...AMOUNT_BEFORE].join(' '),
);

/** A number before one of these is an amount. */
export const UNITS = words(
  'percent percentage pct pp ppt ppts point points per million millions m mn bn billion thousand thousands k ' +
    'year years yr yrs month months week weeks day days hour hours hr hrs minute minutes min mins ' +
    'fte ftes wte wtes times x fold out km miles mile kg tonne tonnes tonnage hectare hectares ha',
);

/** A whole number before one of these is a day of the month. */
export const MONTHS = words(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** Small words that may follow an id; any other word in small letters says what is counted: "3.7 trees a street". */
export const MAY_FOLLOW = words(
  'and or to also plus see through part parts partial in via for with on by as is are was has will but only too tbc tba etc if where when ' +
    'because since below above primary secondary main direct indirect applies apply maybe perhaps possible probable new old both all ' +
    'across under within from not except excluding without indicator indicators ovi ovis logframe kpi n',
);
