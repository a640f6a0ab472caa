import { FieldSet } from '@grafana/ui';
import React from 'react';
import type { Props } from './edit';
import { HeaderFields } from './HeaderFields';
import { RequestFields } from './RequestFields';
import { ServiceFields } from './ServiceFields';
import { TlsFields } from './TlsFields';
import { ZoneFields } from './ZoneFields';

/**
 * Where the service is, with which key it is asked, what holds where a question says no time zone, and Grafana's standard
 * HTTP settings. Nothing can be changed where a file provisions the data source.
 */
export function ConfigEditor(props: Props) {
  return (
    <FieldSet disabled={props.options.readOnly}>
      <ServiceFields {...props} />
      <ZoneFields {...props} />
      <RequestFields {...props} />
      <TlsFields {...props} />
      <HeaderFields {...props} />
    </FieldSet>
  );
}
