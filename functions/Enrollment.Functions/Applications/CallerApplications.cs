using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.PersonalData;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Applications;

/// <summary>A caller's way to applications: what is not there and what is not theirs look the same.</summary>
internal sealed class CallerApplications(CallerTokens callers, ApplicationStore applications, GuardianIndex guardians, BlindIndex index)
{
    /// <summary>The caller's blind index; null when no parent is logged in.</summary>
    public async Task<string?> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await callers.AuthenticateAsync(request, cancellationToken) is { Role: Caller.Parent } caller ? GuardianIndex.KeyOf(caller.IdentityNumber, index) : null;

    public async Task<StoredApplication?> FindAsync(string guardian, string id, CancellationToken cancellationToken) =>
        ApplicationId.TryParse(id, out var parsed) && await applications.FindAsync(parsed!, cancellationToken) is { } stored && stored.BelongsTo(guardian)
            ? stored
            : null;

    public async Task<IReadOnlyList<StoredApplication>> AllOfAsync(string guardian, CancellationToken cancellationToken)
    {
        var ids = await guardians.ApplicationsOfAsync(guardian, cancellationToken);
        var found = await Task.WhenAll(ids.Select(id => applications.FindAsync(id, cancellationToken)));
        return [.. found.OfType<StoredApplication>().OrderBy(stored => stored.Application.SubmittedAt)];
    }
}
