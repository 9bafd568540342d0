using Enrollment.Domain;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Draws;

/// <summary>The bodies of a ceremony's steps, the same for every kind of draw.</summary>
internal static class CeremonyBodies
{
    private const int MaxBytes = 8192;
    private const int ShortestReason = 2;
    private const int LongestReason = 500;

    /// <summary>The digests the bureau binds itself to.</summary>
    public static async Task<(CeremonyAction.Commit? Action, IReadOnlyList<Fault> Faults)> CommitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, faults) = await ReadAsync<CommitBody>(request, cancellationToken);
        if (body is null)
            return (null, faults);
        if (!Digest.TryParse(body.Commitment, out var secret))
            return (null, [new Fault(FaultCode.DigestMalformed, "$.commitment")]);
        if (body.LateCommitment is null)
            return (new CeremonyAction.Commit(new DrawCommitments(secret, Late: null)), []);
        return Digest.TryParse(body.LateCommitment, out var late)
            ? (new CeremonyAction.Commit(new DrawCommitments(secret, late)), [])
            : (null, [new Fault(FaultCode.DigestMalformed, "$.lateCommitment")]);
    }

    /// <summary>The revealed secret and the entropy that was read out.</summary>
    public static async Task<(CeremonyAction.Draw? Action, IReadOnlyList<Fault> Faults)> DrawAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, faults) = await ReadAsync<DrawBody>(request, cancellationToken);
        if (body is null)
            return (null, faults);
        List<Fault> wrong = [];
        if (!DrawSecret.TryParse(body.Secret, out var secret))
            wrong.Add(new Fault(FaultCode.DigestMalformed, "$.secret"));
        if (Entropy.TryParse(body.Entropy, out var entropy) is { } fault)
            wrong.Add(new Fault(fault, "$.entropy"));
        return wrong.Count > 0 ? (null, wrong) : (new CeremonyAction.Draw(new DrawInputs(secret!, entropy!)), []);
    }

    /// <summary>Why a draw is to be void.</summary>
    public static async Task<(string? Reason, IReadOnlyList<Fault> Faults)> VoidAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, faults) = await ReadAsync<VoidBody>(request, cancellationToken);
        if (body is null)
            return (null, faults);
        if (body.Reason?.Trim() is not { Length: >= ShortestReason } reason)
            return (null, [new Fault(FaultCode.Required, "$.reason")]);
        return reason.Length > LongestReason ? (null, [new Fault(FaultCode.TooLong, "$.reason")]) : (reason, []);
    }

    private static async Task<(T? Body, IReadOnlyList<Fault> Faults)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken) where T : class =>
        await StrictJson.ReadAsync<T>(request, MaxBytes, cancellationToken) switch
        {
            JsonRead<T>.Read read => (read.Value, []),
            JsonRead<T>.Refused refused => (null, refused.Faults),
            _ => throw new InvalidOperationException("JsonRead is closed."),
        };

    private sealed record CommitBody(string? Commitment, string? LateCommitment);

    private sealed record DrawBody(string? Secret, string? Entropy)
    {
        public override string ToString() => nameof(DrawBody);
    }

    private sealed record VoidBody(string? Reason);
}
