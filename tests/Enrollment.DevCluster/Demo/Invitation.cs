using Enrollment.DevCluster.Parents;
using Spectre.Console;

namespace Enrollment.DevCluster.Demo;

/// <summary>Keeps serving, and says how to look around. The same lines lie in artifacts/demo.env for scripts and the README's example.</summary>
internal static class Invitation
{
    // A junior middle school for docs/placement.md.
    private const string School = "LC-M01";

    public static async Task ServeAsync(Cluster cluster, Invited invited, IAnsiConsole console, CancellationToken cancellation)
    {
        var (shown, reviewed, corrected, newcomer, walker) = invited;
        var host = cluster.Hosts[0].Address.GetLeftPart(UriPartial.Authority);
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts")).FullName;
        var form = Path.Combine(folder, "demo-form.json");
        await File.WriteAllTextAsync(form, newcomer.Form.GetRawText() + "\n", cancellation);
        var environment = Path.Combine(folder, "demo.env");
        await File.WriteAllTextAsync(environment,
            $"HOST='{host}'\nAPPLICATION='{shown.ApplicationId}'\nTOKEN='{shown.Family.Token}'\nNEW_TOKEN='{newcomer.Token}'\nNEW_FORM='{form}'\n"
            + $"SCHOOL='{School}'\nSCHOOL_TOKEN='{DevelopmentTokens.ForSchool(School)}'\n"
            + $"BUREAU_TOKEN='{DevelopmentTokens.ForBureau("bureau-1")}'\nBUREAU_TOKEN_2='{DevelopmentTokens.ForBureau("bureau-2")}'\n"
            + $"REVIEW_CASE='{reviewed?.ApplicationId}'\nREVIEW_PARENT_TOKEN='{reviewed?.Family.Token}'\nREVIEWER_TOKEN='{DevelopmentTokens.ForBureau("reviewer-1")}'\n"
            + $"REVIEWER_TOKEN_2='{DevelopmentTokens.ForBureau("reviewer-2")}'\nREVIEWER_TOKEN_3='{DevelopmentTokens.ForBureau("reviewer-3")}'\n"
            + await WalkAsync(walker, folder, cancellation) + await CorrectionAsync(corrected, folder, cancellation), cancellation);

        console.WriteLine();
        Say($"function host         {host}/api");
        Say($"department simulator  {cluster.Simulator!.Address}");
        Say($"storage               {cluster.Account.ConnectionString}");
        Say("");
        Say($"Read family {shown.Family.Number}'s application (token valid for 60 days):");
        Say($"  curl -s -H 'Authorization: Bearer {shown.Family.Token}' {host}/api/applications/{shown.ApplicationId}");
        Say("Apply for a family that has not yet (then read it with the same token):");
        Say($"  curl -s -H 'Authorization: Bearer {newcomer.Token}' -H 'Content-Type: application/json' --data @{form} {host}/api/applications");
        Say($"See what became of it (./dev trace shows the longest): ./dev trace {shown.ApplicationId}");
        Say("Both, for scripts: . artifacts/demo.env");
        Say("Ctrl-C ends everything.");
        await Forever.UntilAsync(cancellation);
        // A stale one would send people to a host that is gone.
        File.Delete(environment);
    }

    // A family that has not applied, and a photo, for docs/walk.md.
    private static async Task<string> WalkAsync(DemoFamily? walker, string folder, CancellationToken cancellation)
    {
        if (walker is null)
            return "";
        var (form, photo) = (Path.Combine(folder, "demo-walk-form.json"), Path.Combine(folder, "demo-photo.jpg"));
        await File.WriteAllTextAsync(form, walker.Form.GetRawText() + "\n", cancellation);
        await File.WriteAllBytesAsync(photo, DemoPhoto.Jpeg, cancellation);
        return $"WALK_TOKEN='{walker.Token}'\nWALK_FORM='{form}'\nPHOTO='{photo}'\n";
    }

    // A family that was asked for papers, and a photo to answer with, for docs/correction.md.
    private static async Task<string> CorrectionAsync(Case? corrected, string folder, CancellationToken cancellation)
    {
        if (corrected is null)
            return "";
        var photo = Path.Combine(folder, "demo-photo.jpg");
        await File.WriteAllBytesAsync(photo, DemoPhoto.Jpeg, cancellation);
        return $"CORRECTION='{corrected.ApplicationId}'\nCORRECTION_TOKEN='{corrected.Family.Token}'\nCORRECTION_PHOTO='{photo}'\n";
    }

    // Not the console's writer: it would break a long line, and a broken curl line does not work.
    private static void Say(string text) => Console.WriteLine(text);
}

/// <summary>Whose applications the invitation shows.</summary>
/// <param name="Shown">Any.</param>
/// <param name="Reviewed">One for docs/review.md.</param>
/// <param name="Corrected">One for docs/correction.md.</param>
/// <param name="Newcomer">A family that has not applied.</param>
/// <param name="Walker">Another, whose registers are in order, for docs/walk.md.</param>
internal sealed record Invited(Case Shown, Case? Reviewed, Case? Corrected, DemoFamily Newcomer, DemoFamily? Walker);
