using System.Text.Json;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace Enrollment.Functions.Platform.Telemetry.Files;

/// <summary>A file of OTLP JSON, one request a line, as the collector's own file exporter writes it. One process to a file.</summary>
internal sealed class TelemetryFile(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _stream = Opened(path);

    /// <summary>Writes one line: what <paramref name="write"/> puts under resource and scopes.</summary>
    public ExportResult Append(string resources, string scopes, Resource resource, Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteStartArray(resources);
            json.WriteStartObject();
            json.WriteStartObject("resource");
            json.WriteAttributes(resource.Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, (object?)attribute.Value)));
            json.WriteEndObject();
            json.WriteStartArray(scopes);
            write(json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        lock (_gate)
            _stream.Write(line.GetBuffer(), 0, (int)line.Length);
        return ExportResult.Success;
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream Opened(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 });
    }
}
