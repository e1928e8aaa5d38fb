{{/* Each of these takes {root, name: of the service, service: its values, component: api, worker or migrate}. */}}

{{- define "serviceops.release" -}}
{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- end }}

{{- define "serviceops.name" -}}
{{ include "serviceops.release" .root }}-{{ .name }}-{{ .component }}
{{- end }}

{{- define "serviceops.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "serviceops.labels" -}}
{{ include "serviceops.selector" . }}
{{ include "serviceops.common" .root }}
{{- end }}

{{/* Of what belongs to no single service. */}}
{{- define "serviceops.common" -}}
app.kubernetes.io/part-of: serviceops
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "serviceops.image" -}}
{{- with .root.Values.image.registry }}{{ . }}/{{ end -}}
serviceops-{{ .name }}
{{- if .service.digest }}@{{ .service.digest }}
{{- else }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}{{ end }}
{{- end }}

{{/* The services that are on, as JSON: {name: values}, each with `api` and `worker` as they are for it. */}}
{{- define "serviceops.services" -}}
{{- $on := dict }}
{{- range $name, $service := .Values.services }}
{{- if $service.enabled }}
{{- $api := mergeOverwrite (deepCopy $.Values.api) ($service.api | default dict) }}
{{- $worker := mergeOverwrite (deepCopy $.Values.worker) ($service.worker | default dict) }}
{{- $_ := set $on $name (mergeOverwrite (deepCopy $service) (dict "api" $api "worker" $worker)) }}
{{- end }}
{{- end }}
{{- toJson $on }}
{{- end }}
