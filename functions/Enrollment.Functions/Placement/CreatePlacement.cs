using System.Globalization;
using System.Security.Cryptography;
using Enrollment.Domain;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Placement.Checks;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Rosters;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>A school hands in its roster; either all of it is taken, or every fault in it is named.</summary>
internal sealed class CreatePlacement(CallerTokens callers, PlacementStore placements, PlacementFiles files, TimeProvider clock)
{
    private const int MaxBytes = 25 << 20;

    [Function(nameof(CreatePlacement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlacementNames.Route)] HttpRequest request, string code, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => CreateAsync(request, code, cancellationToken));

    private async Task<IResult> CreateAsync(HttpRequest request, string code, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!staff.ActsFor(code) || !PlacementQuery.IsSchoolCode(code))
            return Problems.Of(request, FaultCode.NotFound);
        var query = PlacementQuery.Of(request.Query);
        if (query.Faults.Count > 0)
            return Problems.Of(request, query.Faults);
        if (!RosterBody.IsKnown(request.ContentType))
            return Problems.Of(request, FaultCode.UnsupportedMediaType);
        var body = request.ContentLength > MaxBytes ? null : await BoundedBody.ReadAsync(request.Body, MaxBytes, cancellationToken);
        if (body is not { } bytes)
            return Problems.Of(request, FaultCode.BodyTooLarge);
        var reading = RosterBody.Read(bytes, request.ContentType!, query.Capacities);
        return reading is RosterReading.Read { Roster: var roster }
            ? await StoreAsync(request, staff, new PlacementName(code, query.Year, NewRun()), roster, query.Options, cancellationToken)
            : Problems.Of(request, FaultCode.RosterFaulty, RosterBody.ErrorsOf((RosterReading.Faulty)reading, RequestLanguage.Of(request)));
    }

    private async Task<IResult> StoreAsync(HttpRequest request, StaffCaller staff, PlacementName name, Roster roster, PlacementOptions options,
        CancellationToken cancellationToken)
    {
        var secrets = new RosterSecrets(NewSecret(), NewSecret());
        var prepared = PreparePlacement.From(roster, options, name, secrets, NameSound.Of);
        // A list without a placement must never be sealed.
        if (PlacementCheck.Conflicts(prepared.List, cancellationToken) is { Count: > 0 } conflicts)
            return Problems.Of(request, FaultCode.RulesConflict, RosterBody.ErrorsOf(conflicts, prepared, RequestLanguage.Of(request)));
        await files.SavePreparedAsync(name, prepared, cancellationToken);
        var placement = new StoredPlacement(name, Ceremony.New, secrets, prepared.Warnings, Events: 0, LateJoiners: 0, default);
        if (!await placements.CreateAsync(placement, EventsOf(prepared, staff), cancellationToken))
        {
            await files.ForgetAsync(name, cancellationToken);
            return Problems.Of(request, FaultCode.PlacementExists);
        }
        return Results.Created($"/api/schools/{name.School}/placements/{name.Run}", PlacementView.Of(placement, [], RequestLanguage.Of(request), forStaff: true));
    }

    private List<PlacementEvent> EventsOf(PreparedPlacement prepared, StaffCaller staff)
    {
        var pupils = string.Create(CultureInfo.InvariantCulture, $"{prepared.Pupils.Count} pupils, {prepared.List.Classes} classes");
        List<PlacementEvent> events = [new(PlacementEventKind.Created, staff.Subject, clock.GetUtcNow(), pupils)];
        if (prepared.Warnings.Contains(PlacementWarning.FixedPlacements))
            events.Add(new PlacementEvent(PlacementEventKind.FixedPlacementsAlarm, staff.Subject, clock.GetUtcNow()));
        return events;
    }

    private static Digest NewSecret() => Digest.FromBytes(RandomNumberGenerator.GetBytes(Digest.Size));

    private static string NewRun() => PlacementStore.RunPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
