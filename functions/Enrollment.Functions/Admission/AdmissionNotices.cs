using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Files.Exports;
using Enrollment.Functions.Placement;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Admission;

/// <summary>Notices of admission for children whose families have taken their place.</summary>
internal sealed class AdmissionNotices(DrawnRounds drawn, AdmissionLinks links, PostingFont font)
{
    /// <summary>Has the family said yes?</summary>
    public static bool IsDue(Application application) => application.Status is ApplicationStatus.Confirmed or ApplicationStatus.Enrolled;

    /// <summary>One page for each.</summary>
    public async Task<IResult> PdfAsync(StoredRound round, IReadOnlyList<(string Ticket, Application Application)> children, string file, CancellationToken cancellationToken)
    {
        var result = await drawn.OfAsync(round.Name, cancellationToken);
        var (names, digest) = (result.List.Schools.ToDictionary(school => school.Code.Value, school => school.Name, StringComparer.Ordinal), result.Digest);
        var notices = children.Select(child => new AdmissionNotice(names[child.Application.Offer!.School], child.Application.Offer.School, round.Name.Year, round.Name.Round, child.Ticket,
            child.Application.Form.Child.Name.Value, BureauDay.Of(child.Application.Offer.OfferedAt), digest));
        return ListAnswers.Pdf(NoticePdf.Write([.. notices], links.Verifier(round.Name, digest), font), file);
    }
}
