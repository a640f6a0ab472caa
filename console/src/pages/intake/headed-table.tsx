import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** What each column is called. */
  titles: readonly string[];
  /** The rows. */
  children: ReactNode;
}

/** A table with a name over each column. */
export function HeadedTable({ titles, children }: Props) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          {titles.map((title) => (
            <Table.Th key={title}>{title}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  );
}
