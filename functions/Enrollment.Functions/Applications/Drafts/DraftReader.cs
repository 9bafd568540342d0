using Enrollment.Domain;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.PersonalData;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A logged-in parent, and the blind index under which their drafts lie.</summary>
internal sealed record DraftOwner(Caller Caller, string Key);

/// <summary>What came of reading a draft that was sent. Closed.</summary>
internal abstract record DraftRead
{
    private DraftRead()
    {
    }

    public sealed record Accepted(ApplicationRequest Form) : DraftRead;

    public sealed record Refused(IResult Problem) : DraftRead;
}

/// <summary>Reads drafts: nothing need be there, but what is there must have the form's types and sizes.</summary>
internal sealed class DraftReader(CallerTokens callers, FormCheck forms, BlindIndex index)
{
    private const int MaxBytes = 16 * 1024;

    public async Task<DraftOwner?> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await callers.AuthenticateAsync(request, cancellationToken) is { Role: Caller.Parent } caller
            ? new DraftOwner(caller, GuardianIndex.KeyOf(caller.IdentityNumber, index))
            : null;

    public async Task<DraftRead> ReadAsync(HttpRequest request, DraftOwner owner, CancellationToken cancellationToken)
    {
        var body = await StrictJson.ReadAsync<ApplicationRequest>(request, MaxBytes, cancellationToken);
        if (body is not JsonRead<ApplicationRequest>.Read { Value: var form })
            return new DraftRead.Refused(Problems.Of(request, ((JsonRead<ApplicationRequest>.Refused)body).Faults));
        if (!DraftStore.Fits(form))
            return new DraftRead.Refused(Problems.Of(request, FaultCode.BodyTooLarge));
        var malformed = forms.Of(form, owner.Caller).Faults.Where(fault => IsOfForm(fault.Code)).ToList();
        return malformed.Count == 0 ? new DraftRead.Accepted(form) : new DraftRead.Refused(Problems.Of(request, malformed));
    }

    // The other faults are what a draft is for: they are listed and mended later.
    private static bool IsOfForm(FaultCode code) => code is FaultCode.WrongType or FaultCode.TooLong or FaultCode.ForbiddenCharacters or FaultCode.UnknownValue;
}
