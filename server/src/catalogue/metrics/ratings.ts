import { metricsOf } from '../declare.js';
import { rating } from '../facts/rating.js';

export const ratingMetrics = metricsOf(rating, {
  ratings: {
    name: 'Ratings',
    description: 'Number of ratings of any scale, by rating time, from rating records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'at',
    numerator: { measure: 'ratings' },
  },
  csat: {
    name: 'CSAT',
    description: 'Share of CSAT ratings (1 to 5) that are 4 or 5, by rating time, from rating records (iAdvize).',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    axis: 'at',
    numerator: { measure: 'satisfied', only: { scale: ['csat'] } },
    denominator: { measure: 'scored', only: { scale: ['csat'] } },
    scale: 100,
  },
  nps: {
    name: 'Net promoter score',
    description:
      'Percent of promoters (9, 10) less percent of detractors (0 to 6) among NPS ratings, −100 to 100, by rating time, from rating records (LoyJoy).',
    unit: 'none',
    decimals: 0,
    direction: 'up',
    axis: 'at',
    numerator: { measure: 'promotersLessDetractors', only: { scale: ['nps'] } },
    denominator: { measure: 'scored', only: { scale: ['nps'] } },
    scale: 100,
  },
  average_csat: {
    name: 'Average CSAT score',
    description: 'Score per CSAT rating, 1 to 5, by rating time, from rating records.',
    unit: 'none',
    decimals: 2,
    direction: 'up',
    axis: 'at',
    numerator: { measure: 'score', only: { scale: ['csat'] } },
    denominator: { measure: 'scored', only: { scale: ['csat'] } },
  },
});
