{{/* A pod of one of the three processes: {root, name, service, component, resources}. */}}
{{- define "serviceops.pod" -}}
{{- $migrates := eq .component "migrate" }}
{{- $values := .root.Values }}
serviceAccountName: {{ include "serviceops.name" . }}
automountServiceAccountToken: false
enableServiceLinks: false  # a Service `ops` would set OPS_PORT
{{- with $values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with $values.scheduling.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with $values.scheduling.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.scheduling.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- if $migrates }}
restartPolicy: Never
{{- else }}
# What the code's orderly end may take, after preStop; tests/deploy holds it to the code.
terminationGracePeriodSeconds: 35
topologySpreadConstraints:
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - topologyKey: {{ . }}
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    matchLabelKeys: [pod-template-hash]
    labelSelector:
      matchLabels: {{- include "serviceops.selector" $ | nindent 8 }}
  {{- end }}
{{- end }}
containers:
  - name: {{ .component }}
    image: {{ include "serviceops.image" . }}
    imagePullPolicy: {{ $values.image.pullPolicy }}
    args: [{{ .component }}]
    env: {{- include "serviceops.environment" . | nindent 6 }}
    resources: {{- toYaml .resources | nindent 6 }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: {drop: [ALL]}
    {{- if not $migrates }}
    ports:
      {{- if eq .component "api" }}
      - {name: http, containerPort: 8000}
      {{- end }}
      - {name: ops, containerPort: 8100}
    startupProbe:
      httpGet: {path: /healthz, port: ops}
      periodSeconds: 2
      failureThreshold: 60
    livenessProbe:
      httpGet: {path: /healthz, port: ops}
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 3
    readinessProbe:
      httpGet: {path: /readyz, port: ops}
      periodSeconds: 5
      timeoutSeconds: 5  # longer than a process takes to find a part down
      failureThreshold: 3
    {{- end }}
    {{- if eq .component "api" }}
    # It takes no connection after SIGTERM: those who send requests must have heard first.
    lifecycle: {preStop: {sleep: {seconds: 10}}}
    {{- end }}
    volumeMounts:
      - {name: secrets, mountPath: /etc/serviceops, readOnly: true}
      - {name: tmp, mountPath: /tmp}
      {{- if include "serviceops.attachmentsClaim" . }}
      - {name: attachments, mountPath: /var/lib/serviceops/attachments}
      {{- end }}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 64Mi}
  - name: secrets
    projected:
      defaultMode: 0440
      sources: {{- include "serviceops.secrets" . | nindent 8 }}
  {{- with include "serviceops.attachmentsClaim" . }}
  - name: attachments
    persistentVolumeClaim: {claimName: {{ . }}}
  {{- end }}
{{- end }}

{{/* Where ticketing's files lie, of its API and worker: nothing, or its `attachments` as JSON. */}}
{{- define "serviceops.attachments" -}}
{{- if and (ne .component "migrate") (dig "attachments" "url" "" .service) }}{{ toJson .service.attachments }}{{ end }}
{{- end }}

{{- define "serviceops.attachmentsClaim" -}}
{{- if include "serviceops.attachments" . }}{{ .service.attachments.claim }}{{ end }}
{{- end }}

{{/* Only the API is brought anything. */}}
{{- define "serviceops.inbound" -}}
{{- if eq .component "api" }}{{ dig "inbound" "secret" "" .service }}{{ end }}
{{- end }}

{{/* Whether the process signs in at Kafka. */}}
{{- define "serviceops.sasl" -}}
{{- if and (ne .component "migrate") (hasPrefix "SASL" .root.Values.kafka.securityProtocol) }}yes{{ end }}
{{- end }}

{{- define "serviceops.kafkaCa" -}}
{{- if and (ne .component "migrate") (hasSuffix "SSL" .root.Values.kafka.securityProtocol) }}{{ .root.Values.kafka.ca.secret }}{{ end }}
{{- end }}

{{/* Mail is sent by workers alone. */}}
{{- define "serviceops.mail" -}}
{{- if eq .component "worker" }}{{ .root.Values.mail.secret }}{{ end }}
{{- end }}

{{- define "serviceops.environment" -}}
{{- $values := .root.Values }}
{{- $set := dict "DATABASE_URL_FILE" "/etc/serviceops/database_url" "SECRET_KEY_FILE" "/etc/serviceops/secret_key" }}
{{- if .service.database.ca.secret }}
{{- $set = merge $set (dict "PGSSLMODE" "verify-full" "PGSSLROOTCERT" "/etc/serviceops/database_ca.crt") }}
{{- end }}
{{- if ne .component "migrate" }}
{{- $set = merge $set (dict "HOST" "0.0.0.0" "PORT" "8000" "OPS_PORT" "8100") }}
{{- $set = merge $set (dict
  "KAFKA_BOOTSTRAP_SERVERS" $values.kafka.bootstrapServers
  "KAFKA_SECURITY_PROTOCOL" $values.kafka.securityProtocol
  "KAFKA_REPLICATION_FACTOR" ($values.kafka.replicationFactor | int | toString)
  "KAFKA_PARTITIONS" ($values.kafka.partitions | int | toString)) }}
{{- with .service.publicBaseUrl | default (and .service.host (printf "https://%s" .service.host)) }}
{{- $_ := set $set "PUBLIC_BASE_URL" . }}
{{- end }}
{{- end }}
{{- if include "serviceops.sasl" . }}
{{- $set = merge $set (dict
  "KAFKA_SASL_MECHANISM" $values.kafka.saslMechanism
  "KAFKA_SASL_USERNAME" .service.kafkaUser.name
  "KAFKA_SASL_PASSWORD_FILE" "/etc/serviceops/kafka_password") }}
{{- end }}
{{- if include "serviceops.kafkaCa" . }}
{{- $_ := set $set "KAFKA_CA_FILE" "/etc/serviceops/kafka_ca.crt" }}
{{- end }}
{{- if include "serviceops.mail" . }}
{{- $set = merge $set (dict "SMTP_URL_FILE" "/etc/serviceops/smtp_url" "MAIL_FROM" $values.mail.from) }}
{{- end }}
{{- if include "serviceops.attachments" . }}
{{- with include "serviceops.attachments" . | fromJson }}
{{- $_ := set $set "ATTACHMENTS_URL" .url }}
{{- with .region }}{{ $_ := set $set "AWS_REGION" . }}{{ end }}
{{- with .endpoint }}{{ $_ := set $set "AWS_ENDPOINT" . }}{{ end }}
{{- with .secret }}
- name: AWS_ACCESS_KEY_ID
  valueFrom: {secretKeyRef: {name: {{ . }}, key: access-key-id}}
- name: AWS_SECRET_ACCESS_KEY
  valueFrom: {secretKeyRef: {name: {{ . }}, key: secret-access-key}}
{{- end }}
{{- end }}
{{- end }}
{{- if include "serviceops.inbound" . }}
{{- $_ := set $set (printf "%s_INBOUND_SECRETS_FILE" (upper .name)) "/etc/serviceops/inbound_secrets" }}
{{- end }}
{{- range $name, $value := merge $set (.service.environment | default dict) $values.environment }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- end }}

{{/* Secrets that are there already, as files that the settings named *_FILE read. */}}
{{- define "serviceops.secrets" -}}
{{- $values := .root.Values }}
- secret: {name: {{ .service.database.secret }}, items: [{key: {{ .service.database.key }}, path: database_url}]}
- secret: {name: {{ $values.secretKey.secret }}, items: [{key: {{ $values.secretKey.key }}, path: secret_key}]}
{{- with .service.database.ca }}
{{- if .secret }}
- secret: {name: {{ .secret }}, items: [{key: {{ .key }}, path: database_ca.crt}]}
{{- end }}
{{- end }}
{{- if include "serviceops.sasl" . }}
- secret: {name: {{ .service.kafkaUser.secret }}, items: [{key: {{ .service.kafkaUser.key }}, path: kafka_password}]}
{{- end }}
{{- with include "serviceops.kafkaCa" . }}
- secret: {name: {{ . }}, items: [{key: {{ $values.kafka.ca.key }}, path: kafka_ca.crt}]}
{{- end }}
{{- with include "serviceops.inbound" . }}
- secret: {name: {{ . }}, items: [{key: {{ $.service.inbound.key }}, path: inbound_secrets}]}
{{- end }}
{{- with include "serviceops.mail" . }}
- secret: {name: {{ . }}, items: [{key: {{ $values.mail.key }}, path: smtp_url}]}
{{- end }}
{{- end }}
