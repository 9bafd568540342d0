using System.Text.Json;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>Reads a policy document whole: nothing unknown is passed over, and all errors are reported at once.</summary>
internal static class PolicyReader
{
    internal static PolicyResult Read(string json)
    {
        var errors = new List<PolicyError>();
        try
        {
            using var document = JsonDocument.Parse(json);
            var policy = ReadPolicy(new PolicyNode(document.RootElement, "$", errors), () => PolicyDigest.Of(document.RootElement));
            return errors.Count == 0 ? new PolicyResult.Parsed(policy) : new PolicyResult.Invalid(errors);
        }
        catch (JsonException e)
        {
            return new PolicyResult.Invalid([new PolicyError("$", e.Message)]);
        }
    }

    // The digest is taken of good documents only: half a character cannot be read a second time either.
    private static Policy ReadPolicy(PolicyNode root, Func<Digest> digest)
    {
        var (id, year, area, zone) = (root.Text("id"), root.Integer("intakeYear", 2000, 2999), root.Text("areaCode"), root.Text("timeZone"));
        var window = ReadWindow(root.Object("parameters"));
        var calendar = PolicySeasonReader.ReadCalendar(root.Object("calendar"));
        var deadlines = PolicySeasonReader.ReadDeadlines(root.Object("deadlines"));
        var papers = root.Objects("papers");
        var reasons = root.Objects("reasons");
        var rules = root.Objects("rules");
        var categories = root.Objects("categories");
        root.Close();
        var policy = new Policy(id, year, area, zone, window)
        {
            Calendar = calendar,
            Deadlines = deadlines,
            Papers = [.. papers.Select(PolicySeasonReader.ReadPaper)],
            Reasons = [.. reasons.Select(PolicySeasonReader.ReadReason)],
            Rules = [.. rules.Select(ReadRule)],
            Categories = [.. categories.Select(ReadCategory)],
        };
        PolicyChecks.Check(policy, root, rules, categories);
        SeasonChecks.Check(policy, root);
        return root.IsFaultless ? policy with { Digest = digest() } : policy;
    }

    private static EvidenceWindow ReadWindow(PolicyNode parameters)
    {
        var window = new EvidenceWindow(parameters.Date("evidenceFrom"), parameters.Date("evidenceTo"));
        if (window.From > window.To)
            parameters.Fail(".evidenceTo", "must not be before evidenceFrom");
        parameters.Close();
        return window;
    }

    private static PolicyRule ReadRule(PolicyNode node)
    {
        var id = node.Name<RuleId>("id");
        var parameters = node.Object("parameters");
        var rule = new PolicyRule(id, node.Text("name"), ReadText(node.Object("text")), node.Text("source"), node.Name<RuleStage>("judgedAt"),
            ReadMiss(node.Object("miss")), RuleParametersReader.Read(id, parameters));
        parameters.Close();
        node.Close();
        return rule;
    }

    private static RuleMiss ReadMiss(PolicyNode node)
    {
        var miss = new RuleMiss(node.Name<MissMeaning>("notSatisfied"), node.Name<MissMeaning>("unknown"), node.Texts("papers"));
        node.Close();
        return miss;
    }

    private static PolicyCategory ReadCategory(PolicyNode node)
    {
        var category = new PolicyCategory(node.Text("code"), node.Name<CategoryCode>("name"), ReadText(node.Object("text")), node.Text("source"),
            node.Name<CategoryKind>("kind"), node.Integer("group", 1, 99), node.Names<RuleId>("requires"), node.Texts("papers"),
            node.Names<FormPart>("formParts"), [.. node.Objects("checks").Select(ReadCheck)]);
        node.Close();
        return category;
    }

    private static CheckPlan ReadCheck(PolicyNode node)
    {
        var check = new CheckPlan(node.Name<Department>("department"), node.Names<Question>("questions"));
        if (check.Questions.Count == 0)
            node.Fail(".questions", "must ask something");
        if (check.Questions.Any(question => CheckPlan.DepartmentOf(question) != check.Department))
            node.Fail(".questions", $"asks what {check.Department} keeps no register of");
        node.Close();
        return check;
    }

    internal static LocalizedText ReadText(PolicyNode node)
    {
        var text = new LocalizedText(node.Text("zh"), node.Text("en"));
        node.Close();
        return text;
    }
}
