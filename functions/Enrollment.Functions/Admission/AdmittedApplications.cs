using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;

namespace Enrollment.Functions.Admission;

/// <summary>The children a published round gave a school, as they stand now.</summary>
internal sealed class AdmittedApplications(RoundFiles files, DrawnRounds drawn, ApplicationStore applications)
{
    private const int AtOnce = 16;

    /// <summary>In the order of the result.</summary>
    public async Task<IReadOnlyList<AdmittedApplication>> OfAsync(SchoolCode school, RoundName name, CancellationToken cancellationToken)
    {
        var children = (await files.ChildrenAsync(name, cancellationToken)).ToDictionary(child => child.Ticket, StringComparer.Ordinal);
        var admitted = new List<AdmittedApplication>();
        foreach (var some in (await drawn.OfAsync(name, cancellationToken)).Places.Where(place => place.School == school).Chunk(AtOnce))
            admitted.AddRange((await Task.WhenAll(some.Select(place => FindAsync(place, children[place.Ticket.ToString()], name, cancellationToken)))).OfType<AdmittedApplication>());
        return admitted;
    }

    // A family that withdrew, or whose offer another round replaced, is no longer this school's to see.
    private async Task<AdmittedApplication?> FindAsync(AdmissionPlace place, ListedChild child, RoundName name, CancellationToken cancellationToken) =>
        await applications.FindAsync(ApplicationId.Parse(child.Application), cancellationToken) is { Application: { Offer: { IsRevoked: false } offer } application }
        && offer.Round == name.Round && application.HasPlace
            ? new AdmittedApplication(place, child, application, offer)
            : null;
}

/// <summary>A child at a school. Personal data.</summary>
internal sealed record AdmittedApplication(AdmissionPlace Place, ListedChild Child, Application Application, PlaceOffer Offer)
{
    public override string ToString() => $"AdmittedApplication {{ {Child.Ticket} }}";
}
