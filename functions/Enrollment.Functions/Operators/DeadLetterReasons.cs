using Enrollment.Domain;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Operators;

/// <summary>Why an operator does something, as the request's body says it.</summary>
internal static class DeadLetterReasons
{
    private const int MaxBytes = 4096;
    private const int ShortestReason = 2;
    private const int LongestReason = 500;

    /// <summary>The reason, or what is wrong with it; neither when none is given and none is needed.</summary>
    public static async Task<(string? Reason, IReadOnlyList<Fault> Faults)> ReadAsync(HttpRequest request, bool isRequired, CancellationToken cancellationToken)
    {
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return (null, refused.Faults);
        var text = ((JsonRead<Body>.Read)read).Value.Reason;
        if (text is null && !isRequired)
            return (null, []);
        var fields = new FieldReader();
        var reason = fields.Text(text, "$.reason", LongestReason);
        fields.RefuseIf(reason?.Length < ShortestReason, FaultCode.Required, "$.reason");
        return (reason, fields.Faults);
    }

    private sealed record Body(string? Reason)
    {
        public override string ToString() => nameof(Body);
    }
}
