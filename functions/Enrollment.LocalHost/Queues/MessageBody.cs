using Azure.Storage.Queues;

namespace Enrollment.LocalHost.Queues;

internal static class MessageBody
{
    public static BinaryData? Decode(string text, QueueMessageEncoding encoding)
    {
        if (encoding is QueueMessageEncoding.None)
            return BinaryData.FromString(text);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? BinaryData.FromBytes(bytes.AsMemory(0, length))
            : null;
    }

    public static string Encode(string text, QueueMessageEncoding encoding) => encoding is QueueMessageEncoding.None
        ? text
        : Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));
}
