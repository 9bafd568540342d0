using System.Net.Http.Headers;
using System.Text;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>Request bodies that no serializer would write.</summary>
internal static class Bodies
{
    public static HttpContent Json(byte[] body) => Of(body, "application/json");

    public static HttpContent Json(string body) => Json(Encoding.UTF8.GetBytes(body));

    public static HttpContent Of(byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }
}
