{{/* Rules of network policies. `to` and `from` are never empty: that would mean everybody. */}}

{{- define "serviceops.toDns" -}}
- to: {{- toYaml .Values.networkPolicy.dns | nindent 4 }}
  ports:
    - {protocol: UDP, port: 53}
    - {protocol: TCP, port: 53}
{{- end }}

{{/* Takes a service's values. */}}
{{- define "serviceops.toDatabase" -}}
- to: {{- toYaml .database.peers | nindent 4 }}
  ports: [{protocol: TCP, port: {{ int .database.port }}}]
{{- end }}

{{- define "serviceops.toKafka" -}}
- to: {{- toYaml .Values.kafka.peers | nindent 4 }}
  ports:
    {{- range splitList "," .Values.kafka.bootstrapServers | uniq }}
    - {protocol: TCP, port: {{ regexFind "[0-9]+$" . }}}
    {{- end }}
{{- end }}

{{- define "serviceops.toMail" -}}
- to: {{- toYaml .Values.mail.peers | nindent 4 }}
  ports: [{protocol: TCP, port: {{ int .Values.mail.port }}}]
{{- end }}
