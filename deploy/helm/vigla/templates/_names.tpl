{{- define "vigla.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "vigla.selector" -}}
app.kubernetes.io/name: vigla
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "vigla.labels" -}}
{{ include "vigla.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "vigla.account" -}}
{{- if .Values.serviceAccount.create }}{{ .Values.serviceAccount.name | default (include "vigla.name" .) }}
{{- else }}{{ .Values.serviceAccount.name | default "default" }}{{ end }}
{{- end }}

{{/* Names across namespaces must differ between releases. */}}
{{- define "vigla.clusterName" -}}
{{- printf "%s-%s" .Release.Namespace (include "vigla.name" .) | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* Where everything is served, empty without a path of its own. */}}
{{- define "vigla.basePath" -}}
{{- $inConfig := dig "basePath" "" .Values.config }}
{{- if and .Values.basePath $inConfig (ne .Values.basePath $inConfig) }}
{{- fail (printf "basePath: is %s, but config.basePath is %s; give one of them" .Values.basePath $inConfig) }}
{{- end }}
{{- .Values.basePath | default $inConfig }}
{{- end }}

{{/* The file of settings. */}}
{{- define "vigla.config" -}}
{{- with include "vigla.basePath" . }}{{ toYaml (merge (dict "basePath" .) $.Values.config) }}
{{- else }}{{ toYaml .Values.config }}{{ end }}
{{- end }}
