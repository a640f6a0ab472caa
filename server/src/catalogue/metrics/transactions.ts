import { metricsOf } from '../declare.js';
import { transaction } from '../facts/transaction.js';

export const transactionMetrics = metricsOf(transaction, {
  transactions: {
    name: 'Transactions',
    description: 'Number of payments and refunds, by their time, from transaction records.',
    unit: 'locale',
    decimals: 0,
    direction: 'up',
    axis: 'at',
    numerator: { measure: 'transactions' },
  },
  revenue: {
    name: 'Revenue',
    description: 'Sum of payments less refunds, in each currency, by their time, from transaction records.',
    unit: 'currency',
    decimals: 2,
    direction: 'up',
    axis: 'at',
    numerator: { measure: 'revenue' },
  },
});
