/**
 * Indicators in the styles of other councils with their readings, in the short form of `in-short.ts`: measures with " / " between them, the targets of
 * one with " + ". The council is Anyshire, whose framework lists no areas but the places Northtown and Southtown.
 */
export const OTHER_WORDINGS: readonly (readonly [wording: string, reading: string])[] = [
  // From one level to another.
  [
    'Reduce smoking prevalence in adults from 14.5% in 2019/20 to 10% by March 2029',
    '% down: <= 10 from 14.5 @2019-04..2020-03 due 2029-03',
  ],
  ['Smoking prevalence (adults): 14.5% in 2019, target 10% by 2027', '% down: <= 10 from 14.5 @2019-01..2019-12 due 2027-12'],
  ['By 2030, 60% of adults will be physically active (baseline: 52% in 2021/22)', '% up: >= 60 from 52 @2021-04..2022-03 due 2030-12'],
  [
    'Percentage of adults who walk every day to rise to 60% by 2029, up from 48% in 2022.',
    '% up: >= 60 from 48 @2022-01..2022-12 due 2029-12',
  ],
  ['Breastfeeding at 6–8 weeks will rise to 55% by 2028 (2022/23: 47.9%)', '% up: >= 55 from 47.9 @2022-04..2023-03 due 2028-12'],
  ['To 45% by 2030 from 38% in 2023: households that recycle', '% up: >= 45 from 38 @2023-01..2023-12 due 2030-12'],
  ['The employment rate will increase from 74.1% in 2023 to 78% in 2028', '% up: >= 78 from 74.1 @2023-01..2023-12 due 2028-12'],
  ['Employment rate increased from 74.1 per cent to 78 per cent by the end of 2028', '% up: >= 78 from 74.1 due 2028-12'],
  [
    'Number of affordable homes completed each year to increase from 450 in 2022/23 to 600 by 2027/28',
    'count per year up: >= 600 from 450 @2022-04..2023-03 due 2028-03',
  ],
  ['By 31 March 2028 the number of children in care will fall from 1,050 to under 900', 'count down: < 900 from 1050 due 2028-03'],
  [
    'Healthy life expectancy at birth for women will rise from 62.4 years in 2018-20 to 65 years by 2030-32',
    'years up: >= 65 from 62.4 @2018-01..2020-12 due 2032-12',
  ],
  [
    'School readiness improved from 67% (2022/23 academic year) to 75% by academic year 2027/28',
    '% up: >= 75 from 67 @2022-09..2023-08 due 2028-08',
  ],
  [
    'Average waiting time for a CAMHS assessment reduced from 26 weeks to no more than 12 weeks by 2027',
    'weeks down: <= 12 from 26 due 2027-12',
  ],
  // Rates, ratios, scores.
  [
    'By 2028 the under-18 conception rate will fall from 15.8 per 1,000 in 2020 to 12 per 1,000',
    'rate per 1,000 down: <= 12 from 15.8 @2020-01..2020-12 due 2028-12',
  ],
  ['Suicide rate below 9.5 per 100,000 by 2026–28', 'rate per 100,000 down: < 9.5 due 2028-12'],
  [
    'Reduce emergency hospital admissions due to falls in people aged 65 and over to 1,900 per 100,000 by 2028/29',
    'rate per 100,000 down: <= 1900 due 2029-03',
  ],
  [
    'Under 75 mortality rate from all cardiovascular diseases to fall by 15% by 2030 from a 2019 baseline of 71.2 per 100,000',
    'rate per 100,000 down: by -15 percent -> 60.52 from 71.2 @2019-01..2019-12 due 2030-12',
  ],
  [
    'The ratio of admissions between the most and least deprived 10% of areas will be no higher than 1.8 by 2029',
    'ratio down: <= 1.8 due 2029-12',
  ],
  [
    'Average Attainment 8 score of looked after children to rise from 20.1 in 2022/23 to 25 by 2026/27',
    'score up: >= 25 from 20.1 @2022-04..2023-03 due 2027-03',
  ],
  // Changes.
  ['Reduce rough sleeping by 50% by 2027', 'null down: by -50 percent due 2027-12'],
  ['Halve the number of people sleeping rough by December 2027', 'count down: by -50 percent due 2027-12'],
  ['Halve childhood obesity in Year 6 by 2030 from 24% in 2019/20', '% down: by -50 percent -> 12 from 24 @2019-04..2020-03 due 2030-12'],
  ['Double the number of apprentices from 120 in 2022 by 2028', 'count up: by 100 percent -> 240 from 120 @2022-01..2022-12 due 2028-12'],
  ['A 10% reduction in the number of people killed or seriously injured on our roads by 2030', 'count down: by -10 percent due 2030-12'],
  ['An increase in breastfeeding initiation rates', '% up: none'],
  ['A reduction in the proportion of 4-5 year olds with excess weight', '% down: none'],
  ['Increase take-up of free school meals by 5 percentage points by 2026', '% up: by 5 percentage points due 2026-12'],
  ['Increase take-up of free school meals by 5 per cent by 2026', '% up: by 5 percent due 2026-12'],
  [
    'The proportion of adults with no qualifications will fall by three percentage points by 2028',
    '% down: by -3 percentage points due 2028-12',
  ],
  ['By 2030, cut carbon emissions by 68% on 1990 levels', 'emissions down: by -68 percent @1990-01..1990-12 due 2030-12'],
  ['Narrow the gap in life expectancy between the most and least deprived areas by 20% by 2035', 'years down: by -20 percent due 2035-12'],
  [
    'Narrow the gap in attainment between disadvantaged pupils and their peers from 18 percentage points to 14 percentage points by 2028',
    'percentage points down: <= 14 from 18 due 2028-12',
  ],
  [
    'Life expectancy will increase by 1.2 years for men and 0.8 years for women by 2030',
    'years up: by 1.2 years due 2030-12 / years up: by 0.8 years due 2030-12',
  ],
  ['Move up ten places in the national ranking of councils for recycling by 2027', 'rank up: rank by 10 places due 2027-12'],
  // Limits.
  ['No more than 5% of 16-17 year olds not in education, employment or training by 2026', '% down: <= 5 due 2026-12'],
  ['At least nine in ten... 90% of EHC plans issued within 20 weeks by 2026/27', '% up: >= 90 due 2027-03'],
  ['95% or more of two-year-olds receive their review by 2027', '% up: >= 95 due 2027-12'],
  ['Staff sickness absence does not exceed 4% in 2026/27', '% down: <= 4 due 2027-03'],
  ['A minimum of 75 per cent of care homes rated good or outstanding by March 2027', '% up: >= 75 due 2027-03'],
  ['Delayed discharges will be kept below 3%', '% keep: < 3'],
  ['Ninety per cent of new birth visits within 14 days by 2026', '% up: >= 90 due 2026-12'],
  ['≥95% MMR coverage (two doses, 5 year olds) by 2028', '% up: >= 95 due 2028-12'],
  ['Zero children in bed and breakfast accommodation for more than six weeks by 2026', 'count down: <= 0 due 2026-12'],
  ['Increase the number of volunteers to 2,000+ by 2028', 'count up: >= 2000 due 2028-12'],
  // Keeping.
  ['Maintain permanent exclusions at or below 0.05%', '% keep: <= 0.05'],
  ['Maintain satisfaction with the local area at 80% or above', '% keep: >= 80'],
  ['Sustain the rate of delayed transfers at the 2023/24 level', 'rate keep: by 0 percent @2023-04..2024-03'],
  ['No increase in the rate of hospital admissions for self-harm from 2022/23', 'rate keep: by 0 percent @2022-04..2023-03'],
  ['Admissions to residential care will remain below 500 per 100,000 until 2028', 'rate per 100,000 keep: < 500 due 2028-12'],
  // Against others.
  [
    'By 2028, cervical screening coverage is in line with or better than the national average',
    '% up: vs England similar or better due 2028-12',
  ],
  ['Chlamydia detection rate to be above the England average by 2027', 'rate up: vs England > due 2027-12'],
  ['Excess winter deaths below the South East average', 'null down: vs South East <'],
  [
    'By 2030 the percentage of adults cycling weekly will be in the top quartile of our statistical neighbours',
    '% up: vs top quartile match due 2030-12',
  ],
  ['Reach the top quartile for school attendance by 2028', 'null up: vs top quartile match due 2028-12'],
  ['Pay gap no worse than our nearest neighbours by 2027', 'null down: vs nearest neighbours similar or better due 2027-12'],
  [
    'Hospital admissions for asthma (under 19s) as good as or better than the England average of 131.5 per 100,000 by 2026',
    'rate per 100,000 down: vs England similar or better =131.5 due 2026-12',
  ],
  [
    'Percentage of care leavers in suitable accommodation, currently worse than the national average, to match it by 2027',
    '% up: vs England match worse due 2027-12',
  ],
  ['Meet the national standard for 18-week waits by 2026', 'null down: meet national standard due 2026-12'],
  // Areas.
  [
    'By 2028 obesity in Year 6 will fall from 22% in Northtown and 25% in Southtown to 20% in each',
    '% down: Northtown: <= 20 from 22 due 2028-12 + Southtown: <= 20 from 25 due 2028-12',
  ],
  [
    'Increase fruit and vegetable consumption to 60% in Northtown and 55% in Southtown by 2029',
    '% up: Northtown: >= 60 due 2029-12 + Southtown: >= 55 due 2029-12',
  ],
  [
    'Youth unemployment in Northtown and Southtown will fall to 4% and 5% respectively by 2027',
    '% down: Northtown: <= 4 due 2027-12 + Southtown: <= 5 due 2027-12',
  ],
  ['Cycling will double across Anyshire by 2030', 'null up: Anyshire: by 100 percent due 2030-12'],
  // Stages and several measures.
  ['Increase the recycling rate to 50% by 2026 and 65% by 2035', '% up: interim >= 50 due 2026-12 + final >= 65 due 2035-12'],
  ['Net zero for the council’s own estate by 2030', 'emissions down: <= 0 due 2030-12'],
  ['By 2027, loneliness will have fallen and volunteering will have risen to 30%', 'null down: none due 2027-12 / % up: >= 30 due 2027-12'],
  // Open, marked, odd characters.
  ['Increase uptake of health checks to TBC% by 2028', '% up: level ? due 2028-12'],
  ['X% of staff trained in safeguarding by 20XX', '% up: level ?'],
  ['Dementia diagnosis rate – 66.7 % by March 2027', '% up: >= 66.7 due 2027-03'],
  ['Smoking at delivery¹ will fall from 9.8%² in 2021/22 to 6%³ by 2027*', '% down: <= 6 from 9.8 @2021-04..2022-03 due 2027-12'],
  [
    'Physical activity\u00a0levels will increase from\u00a062\u00a0% to at least\u00a070\u00a0% by\u00a02030',
    '% up: >= 70 from 62 due 2030-12',
  ],
  ['Reduce violent crime [3] by 12\u202f% between 2023 and 2027', 'null down: by -12 percent @2023-01..2023-12 due 2027-12'],
  ['Publish a new tobacco control strategy by June 2026', 'null none: process due 2026-06'],
  ['All schools will have adopted the healthy schools charter by 2027', 'null none: process due 2027-12'],
  // Nothing but figures of other kinds.
  ['Mortality in people aged 20 to 64 within 30 days of discharge', 'null down: none'],
  ['More people aged 65+ live independently 91 days after leaving hospital', 'null up: none'],
  // Further styles.
  [
    'Infant mortality rate to fall from 4.2 to 3.5 deaths per 1,000 live births by 2026-28',
    'rate per 1,000 down: <= 3.5 from 4.2 due 2028-12',
  ],
  [
    'Increase the percentage of 5 year olds with no visible dental decay to 80% (currently 74.6%) by 2028',
    '% up: >= 80 from 74.6 due 2028-12',
  ],
  [
    'Reduce the number of repeat referrals to children’s social care within 12 months to 20% or less by March 2027',
    '% down: <= 20 due 2027-03',
  ],
  ['85% of repairs completed within 10 working days by 2026/27', '% up: >= 85 due 2027-03'],
  ['Reduce fuel poverty to below the regional average by 2030', 'null down: vs region < due 2030-12'],
  ['Household waste recycled: baseline 43.1% (2022/23); target 55% (2027/28)', '% up: >= 55 from 43.1 @2022-04..2023-03 due 2028-03'],
  ['Number of people quitting smoking at 4 weeks to increase by 500 a year until 2028', 'count up: by 500 count due 2028-12'],
  [
    'Reduce inequality in life expectancy between men in the most and least deprived areas from 9.1 years in 2020-22 to 8 years by 2030',
    'years down: <= 8 from 9.1 @2020-01..2022-12 due 2030-12',
  ],
  ['Uptake of childhood flu vaccine (2-3 year olds) – 65% by winter 2027', '% up: >= 65 due 2027-02'],
  [
    'Raise the proportion of residents who feel safe after dark to at least 70 percent in 2027, compared with 61 percent in 2021',
    '% up: >= 70 from 61 @2021-01..2021-12 due 2027-12',
  ],
  ['Decrease in hospital admissions as a result of self-harm (10-24 years)', 'null down: none'],
  ['The percentage of older people receiving a falls assessment will exceed 75% by Q4 2026/27', '% up: > 75 due 2027-03'],
  [
    'Physical inactivity will fall by a further 2 percentage points, from 23.1% in 2021/22, by 2026/27',
    '% down: by -2 percentage points -> 21.1 from 23.1 @2021-04..2022-03 due 2027-03',
  ],
  ['Deliver 1,500 new homes a year by 2029', 'count per year up: >= 1500 due 2029-12'],
  [
    'Reduce the number of first time entrants to the youth justice system from 190 per 100,000 (2021) to 150 per 100,000 (2026)',
    'rate per 100,000 down: <= 150 from 190 @2021-01..2021-12 due 2026-12',
  ],
  [
    'Obesity prevalence at Year 6 in Northtown will reduce from 24% to 21% and in Southtown from 27% to 23% by 2029',
    '% down: Northtown: <= 21 from 24 due 2029-12 + Southtown: <= 23 from 27 due 2029-12',
  ],
  ['We will plant 1 million trees by 2032', 'count up: >= 1000000 due 2032-12'],
  ['Crime rate per 1,000 population lower than the England and Wales average', 'rate per 1,000 down: vs England and Wales <'],
  ['Average SATs score to improve year on year', 'score up: none'],
  ['Reduce the proportion of adults drinking more than 14 units a week from 22% to 18% by 2030', '% down: <= 18 from 22 due 2030-12'],
  [
    'The number of domestic abuse incidents reported will increase by 10% by 2026, reflecting greater confidence',
    'count up: by 10 percent due 2026-12',
  ],
  ['Life satisfaction score of 7.8 or above by 2027', 'score up: >= 7.8 due 2027-12'],
  ['School attendance returning to pre-pandemic levels of 95.3% by 2026/27', '% up: >= 95.3 due 2027-03'],
  [
    'CO2 emissions per head fall from 5.1 tonnes in 2019 to 3 tonnes in 2030',
    'emissions down: <= 3 from 5.1 @2019-01..2019-12 due 2030-12',
  ],
  // Shares in words are no printed figure.
  ['By 2027, at least two thirds of care leavers will be in education, employment or training', 'null up: none due 2027-12'],
  ['By April 2028, 9 out of 10 carers feel supported', 'null up: none due 2028-04'],
  // Combinations.
  [
    'By 2028, the percentage of mothers who breastfeed at 6-8 weeks will have increased from 45.1% in 2020/21 in Northtown and 41.2% in Southtown to at least 50% in both areas.',
    '% up: Northtown: >= 50 from 45.1 @2020-04..2021-03 due 2028-12 + Southtown: >= 50 from 41.2 @2020-04..2021-03 due 2028-12',
  ],
  [
    'By 2028/29, admissions caused by injuries (aged 0-14 years) will have decreased from 88.3 per 10,000 to 80 per 10,000 in Northtown and be similar to the national average in Southtown.',
    'rate per 10,000 down: Northtown: <= 80 from 88.3 due 2029-03 + Southtown: vs England match due 2029-03',
  ],
  [
    'The percentage of adults with diabetes who have all eight care processes will be at or above the 2019/20 level (54%)',
    '% up: >= 54 from 54 @2019-04..2020-03',
  ],
  ['Teenage pregnancies to stay at or below 2022 levels', 'null keep: <= by 0 percent @2022-01..2022-12'],
  ['By 2028, the ratio of fast food outlets to population will not increase', 'ratio keep: by 0 percent due 2028-12'],
  [
    'By 2030, under-75 mortality from preventable causes will fall by 10% compared with 2019',
    'null down: by -10 percent @2019-01..2019-12 due 2030-12',
  ],
  ['Increase the diagnosis rate of dementia to the national ambition of 66.7%', '% up: >= 66.7'],
  ['By 2028, air pollution will be lower than the England average of 7.4', 'null down: vs England < =7.4 due 2028-12'],
  ['By 2029, 95% of patients will be seen within 4 hours, up from 72% in 2023/24', '% up: >= 95 from 72 @2023-04..2024-03 due 2029-12'],
  [
    'By 2028, healthy life expectancy at 65 will be better than the South East average for both males and females',
    'years up: vs South East better due 2028-12 / years up: vs South East better due 2028-12',
  ],
  ['By XXXX, the number of apprenticeships started will increase from XXX to XXX', 'count up: level ?'],
  ['The percentage point gap between SEN and non-SEN pupils will narrow by X%', 'percentage points down: by ?'],
  // Nothing but a direction, in the style of an earlier strategy.
  ['A reduction in the under-75 mortality rate from cancer (rate per 100,000)', 'rate per 100,000 down: none'],
  [
    'A reduction in the gap in the employment rate between those with a learning disability and the overall employment rate',
    'percentage points down: none',
  ],
  ['An increase in the proportion of people receiving NHS Health Checks of the target number to be invited', '% up: none'],
  ['An increase in the reported number of patients with Dementia on GP registers as a percentage of estimated prevalence', '% up: none'],
  ['An increase in the percentage of adults (age 18-69) who are receiving services recorded as living independently', '% up: none'],
];
