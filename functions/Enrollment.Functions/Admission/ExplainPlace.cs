using System.Globalization;
using Enrollment.Domain.Admission.Explaining;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>Why a child was offered this place: its position, each school tried with its cut-off, its lot number, and what would have been enough.</summary>
internal sealed class ExplainPlace(FamilyOffers offers, DrawnRounds drawn)
{
    [Function(nameof(ExplainPlace))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id}/place")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ExplainAsync(request, id, cancellationToken));

    private async Task<IResult> ExplainAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (found, refusal) = await offers.FindAsync(request, id, cancellationToken);
        if (found is not var (application, offer, round))
            return refusal!;
        var ticket = PrepareStep.TicketOf(round, application.Id);
        var explanation = (await drawn.ExplanationsAsync(round.Name, cancellationToken)).For(ticket)
            ?? throw new InvalidOperationException($"The round {round.Name} offered a place to an application that was not in it.");
        var names = (await drawn.OfAsync(round.Name, cancellationToken)).List.Schools.ToDictionary(school => school.Code.Value, school => school.Name, StringComparer.Ordinal);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(PlaceView.Of(application, offer, explanation, names, RequestLanguage.Of(request)));
    }
}

/// <summary>A place and why it was given, for the family and for machines.</summary>
internal sealed record PlaceView(string Round, string Ticket, string School, string SchoolName, string Stage, string Status, DateOnly AnswerBy, string Outcome, string Text,
    int Lot, string Group, int Position, int GroupSize, int? Meters, string? AreaSchool, IReadOnlyList<TriedView> Tried)
{
    public static PlaceView Of(Application application, PlaceOffer offer, AdmissionExplanation explanation, IReadOnlyDictionary<string, string> names, CultureInfo language) => new(
        offer.Round, explanation.Ticket.ToString(), offer.School, names[offer.School], explanation.Stage ?? "", application.Status.ToString(), offer.LastDay,
        explanation.Outcome.ToString(), Texts.Get($"Place.{explanation.Outcome}", language, names[offer.School], explanation.Lot), explanation.Lot, explanation.Group,
        explanation.Position, explanation.Of, explanation.Meters, explanation.AreaSchool?.Value,
        [.. explanation.Tried.Select(tried => TriedView.Of(tried, names[tried.School.Value], language))]);
}

/// <summary>A school that was tried for the child.</summary>
internal sealed record TriedView(string Stage, string School, string SchoolName, string Reason, string Text, int Seats, int Wanted, PositionView? CutOff, PositionView? Needed)
{
    public static TriedView Of(SchoolTried tried, string name, CultureInfo language) => new(tried.Stage, tried.School.Value, name, tried.Reason.ToString(),
        Texts.Get($"Tried.{tried.Reason}", language, name, tried.Seats, tried.Wanted), tried.Seats, tried.Wanted, PositionView.Of(tried.CutOff), PositionView.Of(tried.Needed));
}

/// <summary>A position in a stage's order.</summary>
internal sealed record PositionView(string Group, IReadOnlyList<string> Levels, DateOnly? Settled, DateOnly? ParentSettled, int Lot)
{
    public static PositionView? Of(OrderPosition? position) =>
        position is null ? null : new PositionView(position.Group, position.Levels, position.Settled, position.ParentSettled, position.Lot);
}
