using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Benchmarks.Placement;

/// <summary>Invented pupils, and the wishes that bind some of them.</summary>
internal sealed record BenchRoster(string Name, int Classes, IReadOnlyList<BenchPupil> Pupils, IReadOnlyList<BenchRule> Rules)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(PupilsCsv())));

    /// <summary>As the judge reads it.</summary>
    public string PupilsCsv()
    {
        var text = new StringBuilder("id,gender,school,boarding,sen,age,score1,score2,score3\n");
        for (var i = 0; i < Pupils.Count; i++)
        {
            var (male, school, boarding, special, age, scores) = Pupils[i];
            text.Append(CultureInfo.InvariantCulture, $"{i},{(male ? 1 : 0)},{school},{(boarding ? 1 : 0)},{(special ? 1 : 0)},{age},");
            text.AppendJoin(',', scores.Select(score => string.Create(CultureInfo.InvariantCulture, $"{score / 10}.{score % 10}"))).Append('\n');
        }
        return text.ToString();
    }

    public string RulesCsv()
    {
        var text = new StringBuilder("kind,a,b\n");
        foreach (var rule in Rules)
            text.Append(CultureInfo.InvariantCulture, $"{rule.Kind},{rule.Pupil},{rule.Other}\n");
        return text.ToString();
    }
}

/// <param name="IsMale">Sex.</param>
/// <param name="School">Primary school.</param>
/// <param name="Boards">Boarding.</param>
/// <param name="HasSpecialNeeds">Special needs.</param>
/// <param name="Age">In months above the youngest.</param>
/// <param name="Scores">Three subjects, in tenths of a point.</param>
internal sealed record BenchPupil(bool IsMale, int School, bool Boards, bool HasSpecialNeeds, int Age, int[] Scores);

/// <param name="Kind"><c>together</c>, <c>apart</c> or <c>pin</c>.</param>
/// <param name="Pupil">Index.</param>
/// <param name="Other">Index of the other pupil, or the class of a pin.</param>
internal sealed record BenchRule(string Kind, int Pupil, int Other);
