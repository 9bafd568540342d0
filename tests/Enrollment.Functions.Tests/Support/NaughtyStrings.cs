namespace Enrollment.Functions.Tests.Support;

/// <summary>Strings that have broken software before: our own list, after the usual suspects.</summary>
internal static class NaughtyStrings
{
    public static readonly IReadOnlyList<string> All =
    [
        // emptiness, reserved words, numbers
        "", " ", "\t", "\n", "\u00a0", "\u3000", "\u2003\u2003", "undefined", "null", "NULL", "(null)", "nil", "true", "false", "NaN", "Infinity", "-Infinity",
        "0", "-0", "1e400", "-1", "+1", "1.", ".1", "0x10", "1,000.00", "999999999999999999999999999999", "2147483648", "９９９", "١٢٣", "½", "2026",
        // dates
        "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "-2020-01-01", "2020-1-1", "２０２０-０１-０１", "2020-02-30",
        // controls, formats and what is invisible
        "\0", "a\0b", "\u0001\u0002\u0007\u0008", "\u001b[31mred\u001b[0m", "\r\nSet-Cookie: a=b", "\u007f", "\u0085", "\u200b", "\u200d", "\u200e\u200f", "\u202ereverse",
        "\u2066isolate\u2069", "\u2028line", "\u2029paragraph", "\ufeff", "\u00ad", "\ue000private", "\ufff9\ufffa\ufffb", "\ufffd", "\ufffe", "\uffff", "\U000e0041tags", "\U0010ffff",
        // surrogates
        "\ud800", "\udc00", "a\ud800b", "\udfff\ud800",
        // scripts and normal forms
        "王小明", "买买提·吐尔逊", "欧阳\U00020000", "𠮷野家", "Å", "A\u030a", "\ufb03", "ﷺ", "Ω≈ç√", "З̡͓̥̼a̴l̷g̸o̶", string.Concat(Enumerable.Repeat("a\u0301", 60)), "İstanbul", "ıiIİ",
        "ẞß", "ǆ", "ㅤ", "ᄀ\u1160", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇨🇳", "ⅷ", "ʞuɐɥƆ",
        // injections
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "&lt;b&gt;", "<!--#exec cmd=\"ls\"-->", "]]>", "<?xml version=\"1.0\"?>",
        "'; DROP TABLE Applications;--", "' or '1'='1", "' or PartitionKey ne '", "PartitionKey eq 'x'", "$filter=true", "../../../etc/passwd", "..\\..\\windows", "/dev/null",
        "C:\\nul", "CON", "${jndi:ldap://x/a}", "{{7*7}}", "#{7*7}", "%00", "%2e%2e%2f", "%s%s%s%n", "{0}", "{@form}", "$(reboot)", "`id`", "| cat /etc/passwd",
        "=cmd|' /C calc'!A0", "=1+1", "@SUM(1+1)", "-2+3", "+86", "\t=1+1", "http://169.254.169.254/", "file:///etc/passwd",
        // lengths
        new('a', 50), new('a', 51), new('王', 200), new('王', 201), new('a', 2000), new('\u0301', 300), string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 30)),
        "\\", "\"", "'", "/", "#", "?", "a/b\\c#d?e", "[]", "{}", "__proto__", "constructor",
    ];
}
