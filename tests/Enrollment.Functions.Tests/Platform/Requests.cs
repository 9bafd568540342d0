using System.Text;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Tests.Platform;

/// <summary>Requests as a host would hand them over.</summary>
internal static class Requests
{
    public static HttpRequest WithBody(string body, string? contentType = "application/json") => WithBody(Encoding.UTF8.GetBytes(body), contentType);

    public static HttpRequest WithBody(byte[] body, string? contentType = "application/json")
    {
        var request = WithoutBody();
        request.Method = HttpMethods.Post;
        request.ContentType = contentType;
        request.Body = new MemoryStream(body);
        return request;
    }

    public static HttpRequest WithoutBody(params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext { TraceIdentifier = "trace-1" }.Request;
        foreach (var (name, value) in headers)
            request.Headers.Append(name, value);
        return request;
    }
}
