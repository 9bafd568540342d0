using System.Text.Json;
using System.Text.Json.Serialization;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Applications;

/// <summary>Values kept as encrypted JSON, each bound to its cell.</summary>
internal sealed class StoredJson(FieldCipher cipher)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public string Write<T>(T value, CellAddress cell) => cipher.Encrypt(JsonSerializer.Serialize(value, Options), cell);

    /// <summary>Text as it is: escaping would double it, and a property holds 32,768 characters at the most.</summary>
    public string WriteText(string text, CellAddress cell) => cipher.Encrypt(text, cell);

    public string ReadText(string stored, CellAddress cell) => cipher.Decrypt(stored, cell);

    public T Read<T>(string stored, CellAddress cell) =>
        JsonSerializer.Deserialize<T>(cipher.Decrypt(stored, cell), Options) ?? throw new InvalidOperationException($"Nothing in {cell}.");
}
